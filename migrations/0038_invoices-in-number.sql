-- What invoices say besides: how many lines, where the supplier is, the invoices that they speak of.
alter table invoice
  add column line_count integer not null default 0,
  add column supplier_address text,
  add column preceding text[] not null default '{}';
update invoice set line_count = coalesce(jsonb_array_length(proposals), 0);
comment on column invoice.line_count is 'Lines of the invoice; its proposals also hold the charges that stand beside them.';
comment on column invoice.preceding is 'BT-25: numbers of the invoices that this one corrects or gives back.';

-- Files dropped together: read at once when they are few, else by a job that takes them one after the other.
create table invoice_batch (
  id bigint generated always as identity primary key,
  canteen_id bigint not null references canteen on delete cascade,
  came_by text not null check (came_by in ('upload', 'mail', 'demo')),
  received_by text,
  received_at timestamptz not null,
  file_count integer not null,
  read_at timestamptz
);
comment on column invoice_batch.file_count is 'Files to read, those inside archives counted one by one.';
comment on column invoice_batch.read_at is 'Null while some are still to be read.';
create index invoice_batch_of_canteen on invoice_batch (canteen_id, id desc);
create index invoice_batch_under_way on invoice_batch (id) where read_at is null;

create table invoice_batch_file (
  batch_id bigint not null references invoice_batch on delete cascade,
  position integer not null,
  name text not null,
  content bytea not null,
  primary key (batch_id, position)
);
comment on table invoice_batch_file is 'As received, archives folded; erased once read.';

create table invoice_batch_outcome (
  batch_id bigint not null references invoice_batch on delete cascade,
  position integer not null,
  file_name text not null,
  invoice_id bigint references invoice on delete set null,
  twin_id bigint references invoice on delete set null,
  problem text,
  primary key (batch_id, position)
);
