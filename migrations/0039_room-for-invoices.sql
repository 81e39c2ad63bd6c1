-- What the originals of invoices weigh has a bound; those of past years may be erased, the invoices stay.
alter table invoice
  alter column file drop not null,
  add column size integer not null default 0;
update invoice set size = octet_length(file);
alter table invoice alter column size drop default;
comment on column invoice.file is 'As received; null once erased to make room.';
comment on column invoice.size is 'Bytes of the file as received.';
