-- Yearly statements asked of suppliers and contractors, who fill them by a link, without account, for one canteen and one year.
create table statement (
  id bigint generated always as identity primary key,
  canteen_id bigint not null references canteen on delete cascade,
  year integer not null,
  supplier text not null,
  supplier_key text not null,
  email text check (email = lower(email)),
  contractor boolean not null,
  word text not null,
  link_version integer not null default 1,
  asked_by text references person on delete set null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  cut_at timestamptz,
  mailed_at timestamptz,
  mail_count integer not null default 0,
  state text not null default 'asked' check (state in ('asked', 'sent', 'decided')),
  draft jsonb,
  given jsonb,
  version integer not null default 0,
  sent_at timestamptz,
  decisions jsonb,
  decided_by text,
  decided_at timestamptz,
  unique (canteen_id, year, supplier_key),
  check (state = 'asked' or (given is not null and sent_at is not null))
);
comment on column statement.supplier_key is 'The name without case, accents and legal form: one statement for each supplier and year.';
comment on column statement.contractor is 'Supplies all that the canteen serves (conceded management), rather than some of it.';
comment on column statement.word is 'What the canteen writes to the supplier.';
comment on column statement.link_version is 'A part of what signs the link: another number makes the former links worthless.';
comment on column statement.draft is 'What the supplier has filled in and not sent yet.';
comment on column statement.given is 'What the supplier sent, with who attests it.';
comment on column statement.version is 'How many times it was sent: what the canteen decides is about one of them.';
comment on column statement.decisions is 'One for each line that was sent, in their order.';
create index statement_of_supplier on statement (supplier_key, year);
create index statement_email on statement (email, year) where email is not null;
