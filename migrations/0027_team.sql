-- Teams: who is invited, who asks to join, who asks to run a canteen that nobody runs.

-- Invitations that wait for an answer: the row goes with the answer, the trail keeps what was done.
create table canteen_invitation (
  id bigint generated always as identity primary key,
  canteen_id bigint not null references canteen on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('administrator', 'entry', 'reader')),
  invited_by text references person on delete set null,
  invited_at timestamptz not null,
  sent_at timestamptz,
  sent_count integer not null default 0,
  expires_at timestamptz not null,
  unique (canteen_id, email)
);
comment on column canteen_invitation.sent_at is 'When the last mail left; null: invited without a mail.';
create index canteen_invitation_email on canteen_invitation (email, canteen_id);
create index canteen_invitation_invited_by on canteen_invitation (invited_by);

create table canteen_join_request (
  id bigint generated always as identity primary key,
  canteen_id bigint not null references canteen on delete cascade,
  person_id text not null references person on delete cascade,
  message text not null,
  asked_at timestamptz not null,
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index canteen_join_request_open on canteen_join_request (canteen_id, person_id) where answer is null;
create index canteen_join_request_person on canteen_join_request (person_id);

-- Someone asks to run a canteen that nobody runs. Granted once `due_at` is past, unless opposed or contested.
create table canteen_takeover (
  id bigint generated always as identity primary key,
  canteen_id bigint not null references canteen on delete cascade,
  person_id text not null references person on delete cascade,
  job text not null,
  tie text not null,
  work_email text,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'granted', 'opposed', 'withdrawn', 'overtaken', 'undone')),
  closed_at timestamptz,
  closed_by text,
  reason text,
  check ((state = 'open') = (closed_at is null))
);
comment on column canteen_takeover.tie is 'How the person is tied to the establishment, in their words.';
comment on column canteen_takeover.closed_by is 'Identifier of the person who closed it; null for the site itself.';
create unique index canteen_takeover_open on canteen_takeover (canteen_id, person_id) where state = 'open';
create index canteen_takeover_person on canteen_takeover (person_id);
create index canteen_takeover_state on canteen_takeover (state, due_at);

-- A living canteen keeps an administrator, whether one leaves, loses the role or erases the account. Two who leave at once wait for each other
-- on the row of the canteen: the second one sees that nobody is left. Undoing a takeover gives the canteen back to nobody: that alone may.
create function keep_an_administrator() returns trigger language plpgsql as $$
begin
  perform from canteen where id = old.canteen_id and archived_at is null for no key update;
  if found
    and not exists (select from canteen_member where canteen_id = old.canteen_id and role = 'administrator')
    and not exists (
      select from canteen_takeover
      where canteen_id = old.canteen_id and person_id = old.person_id and state = 'undone' and closed_at >= old.since)
  then
    raise exception 'canteen % would have no administrator', old.canteen_id
      using errcode = 'check_violation', constraint = 'canteen_keeps_an_administrator';
  end if;
  return null;
end
$$;
create trigger canteen_member_keeps_an_administrator after delete or update on canteen_member
  for each row when (old.role = 'administrator') execute function keep_an_administrator();
