-- What a team put right in what was recognised: per supplier and wording, only the parts that were corrected.
create table learned_wording (
  id bigint generated always as identity primary key,
  canteen_id bigint not null references canteen on delete cascade,
  supplier_key text not null,
  supplier_siren text check (supplier_siren ~ '^\d{9}$'),
  supplier_name text not null,
  supplier text,
  wording text not null,
  example text not null,
  no_food boolean,
  family text,
  labels_added text[] not null default '{}',
  labels_removed text[] not null default '{}',
  origin text check (origin in ('FRANCE', 'EUROPE', 'none')),
  times integer not null default 1,
  learned_by text,
  learned_at timestamptz not null,
  forgotten_at timestamptz,
  unique (canteen_id, supplier_key, wording)
);
comment on column learned_wording.supplier_key is 'The SIREN, else the name as it compares; empty when no supplier was said.';
comment on column learned_wording.supplier_name is 'As it compares: without case, accent nor legal form.';
comment on column learned_wording.wording is 'Words that matter, spelt out and sorted: no quantity, packaging nor code.';
comment on column learned_wording.example is 'The wording as last corrected, to be shown.';
comment on column learned_wording.no_food is 'Null, as for the other parts: not corrected.';
comment on column learned_wording.origin is 'none: the origin that was read is not to be kept.';
comment on column learned_wording.forgotten_at is 'Nothing is learned here for this wording any more, even from another canteen.';
-- Those that reach the other canteens of whoever corrected.
create index learned_wording_person on learned_wording (learned_by, wording) where forgotten_at is null;
