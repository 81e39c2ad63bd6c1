-- What one person did to several canteens at once, so that it can be taken back.
create table canteen_batch (
  id bigint generated always as identity primary key,
  person_id text not null references person on delete cascade,
  made_at timestamptz not null,
  kind text not null check (kind in ('change', 'archive')),
  lines jsonb not null,
  undone_at timestamptz
);
comment on column canteen_batch.lines is 'For each canteen: its identifier, the version it was left at, and the record it had.';
create index canteen_batch_person on canteen_batch (person_id);
create index canteen_batch_made_at on canteen_batch (made_at);

-- The positioning test that a canteen was created from: kept for its first assessment.
create table canteen_first_answers (
  canteen_id bigint primary key references canteen on delete cascade,
  answers jsonb not null,
  data_year integer not null,
  taken_at timestamptz not null
);

-- What the background work looks for: places whose commune the register knows, and those that it has not been asked about for long.
create index canteen_without_commune on canteen (id) where siret is not null and insee_code is null and archived_at is null;
create index canteen_register_checked on canteen (register_checked_at nulls first) where siret is not null and archived_at is null;
