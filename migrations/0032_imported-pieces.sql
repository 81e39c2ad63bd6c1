-- A file is kept by pieces: neither bringing it nor reading it holds it whole in memory.
create table import_piece (
  import_id bigint not null references import on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (import_id, number)
);
comment on column import_piece.bytes is '256 KiB, less for the last one.';
-- Files are folded already, or small: no second folding.
alter table import_piece alter column bytes set storage external;
insert into import_piece (import_id, number, bytes)
  select id, number, substring(content from number * 262144 + 1 for 262144)
  from import, generate_series(0, (file_bytes - 1) / 262144) as number
  where content is not null and file_bytes > 0;

alter table import add column held boolean not null default true;
comment on column import.held is 'False once its pieces are erased, 30 days after the file came.';
update import set held = false where content is null;
-- Its index goes with it.
alter table import drop column content;
create index import_kept on import (received_at) where held;

-- What a source added, taken out step by step.
drop index purchase_source;
create index purchase_source on purchase (source_id, id) where source_id is not null;
