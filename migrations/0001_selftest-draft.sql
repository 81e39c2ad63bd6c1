-- Answers of the positioning test, kept for whoever holds the code. No name, no address, no e-mail.
create table selftest_draft (
  code_hash bytea primary key,
  answers jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null
);
comment on column selftest_draft.code_hash is 'SHA-256 of the code in the address: the code itself is never stored.';
create index selftest_draft_expiry on selftest_draft (expires_at);
