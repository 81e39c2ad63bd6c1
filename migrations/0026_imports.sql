-- Files that people bring. Kept here while they are checked, written or waiting for their person's word; nothing of them is written before.
create table import (
  id bigint generated always as identity primary key,
  kind text not null,
  person_id text references person on delete cascade,
  file_name text not null,
  file_bytes integer not null,
  content bytea,
  received_at timestamptz not null,
  state text not null check (state in ('checking', 'checked', 'applying', 'applied', 'undoing', 'undone')),
  -- What the person said of the file.
  mapping jsonb not null default '{}',
  corrections jsonb not null default '[]',
  replacements jsonb not null default '[]',
  keep_good boolean not null default false,
  -- What was found, and what was done.
  report jsonb,
  digest text,
  outcome jsonb,
  settled_at timestamptz,
  -- The work under way.
  attempts integer not null default 0,
  rows_done integer not null default 0,
  failed boolean not null default false
);
comment on column import.person_id is 'Null for the operator at the command line.';
comment on column import.content is 'Null once erased, 30 days after the file came.';
comment on column import.digest is 'Of what the rows say, corrections included: the same file is known again.';
comment on column import.attempts is 'How many times the work was begun since it was asked for.';
comment on column import.failed is 'The last work ended on an error of ours, and was given up.';
-- Files are folded already, or small: no second folding.
alter table import alter column content set storage external;
create index import_person on import (person_id, id desc);
create index import_under_way on import (id) where state in ('checking', 'applying', 'undoing');
create index import_kept on import (received_at) where content is not null;
-- Two runs at the same time cannot both write the same file.
create unique index import_written_once on import (kind, coalesce(person_id, ''), digest) where state in ('applied', 'undoing');

-- What each row did, and what undoing it needs.
create table import_change (
  import_id bigint not null references import on delete cascade,
  file_row integer not null,
  outcome text not null check (outcome in ('created', 'changed', 'unchanged')),
  subject text not null,
  before jsonb,
  primary key (import_id, file_row)
);
