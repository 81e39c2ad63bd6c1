-- Electronic invoices dropped on a canteen: the file as received, what was read in it, and what was decided.
create table invoice (
  id bigint generated always as identity primary key,
  canteen_id bigint not null references canteen on delete cascade,
  file bytea not null,
  file_name text not null,
  file_digest bytea not null,
  came_by text not null check (came_by in ('upload', 'mail', 'demo')),
  received_by text,
  received_at timestamptz not null,
  state text not null check (state in ('to_confirm', 'held', 'unreadable', 'confirmed', 'aside')),
  problem text,
  number text,
  date date,
  kind text,
  supplier text,
  supplier_number text,
  net_cents bigint,
  difference_cents bigint,
  proposals jsonb,
  decided_by text,
  decided_at timestamptz,
  removal_id uuid
);
comment on column invoice.supplier_number is 'SIRET, else SIREN, else name of the seller: with its number, what tells an invoice from all others.';
comment on column invoice.removal_id is 'Of the purchases that this invoice gave, once its confirmation was taken back.';
create unique index invoice_once on invoice (canteen_id, supplier_number, number) where number is not null;
create unique index invoice_file_once on invoice (canteen_id, file_digest);
create index invoice_waiting on invoice (canteen_id, received_at desc);
