-- One request for the statements of several canteens: the supplier gets one link, behind which each canteen keeps its own statement.
create table joint_request (
  id bigint generated always as identity primary key,
  year integer not null,
  supplier text not null,
  email text check (email = lower(email)),
  word text not null,
  link_version integer not null default 1,
  asked_by text references person on delete set null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  cut_at timestamptz,
  mailed_at timestamptz,
  mail_count integer not null default 0
);
comment on column joint_request.link_version is 'A part of what signs the link of the list, and those of the statements opened from it.';
create index joint_request_asker on joint_request (asked_by, id);

alter table statement add column joint_id bigint references joint_request on delete set null;
comment on column statement.joint_id is 'The list that the supplier opens it from; null: asked alone, or given a link of its own since.';
create index statement_joint on statement (joint_id) where joint_id is not null;
