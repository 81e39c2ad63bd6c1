-- Paper invoices and receipts attached to purchases; one may belong to several lines.
create table attached_file (
  id bigint generated always as identity primary key,
  canteen_id bigint not null references canteen on delete cascade,
  content bytea not null,
  size integer not null,
  type text not null check (type in ('pdf', 'jpeg', 'png', 'webp', 'heic')),
  name text not null,
  digest bytea not null,
  added_by text,
  added_at timestamptz not null,
  unused_since timestamptz
);
comment on column attached_file.unused_since is 'No purchase holds it any more: erased after a while, so that taking it off can be undone.';
-- Photographs are folded already: no second folding.
alter table attached_file alter column content set storage external;
create unique index attached_file_once on attached_file (canteen_id, digest);
create index attached_file_unused on attached_file (unused_since) where unused_since is not null;
create index attached_file_added_by on attached_file (added_by);

create table purchase_attached_file (
  purchase_id bigint primary key references purchase on delete cascade,
  file_id bigint not null references attached_file on delete cascade
);
create index purchase_attached_file_file on purchase_attached_file (file_id);
