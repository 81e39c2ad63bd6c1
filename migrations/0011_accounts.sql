-- People and how they prove who they are. The tables person*, but for the two last, are read and written by better-auth under these names.
create table person (
  id text primary key,
  email text not null unique check (email = lower(email)),
  email_confirmed boolean not null default false,
  name text not null,
  first_name text not null default '',
  last_name text not null default '',
  image text,
  phone text,
  job text,
  job_detail text,
  source text,
  source_detail text,
  second_factor boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  erase_after timestamptz
);
comment on column person.erase_after is 'The person asked to leave: erased then, unless they sign in before.';

create table person_session (
  id text primary key,
  person_id text not null references person on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  identity_token text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index person_session_person on person_session (person_id);
comment on column person_session.identity_token is 'What the identity provider wants back when the session opened through it is closed.';
comment on column person_session.ip_address is 'Always empty: we do not keep where people are.';

-- A way of proving who one is: a password, or an identity provider.
create table person_credential (
  id text primary key,
  person_id text not null references person on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index person_credential_person on person_credential (person_id);

create table person_second_factor (
  id text primary key,
  person_id text not null references person on delete cascade,
  secret text not null,
  recovery_codes text not null,
  verified boolean not null default false,
  failed_count integer not null default 0,
  locked_until timestamptz
);
create index person_second_factor_person on person_second_factor (person_id);

-- Proofs under way: links sent by mail, sign-ins that wait for a code. `identifier` holds a hash, never the link itself.
create table person_proof (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index person_proof_identifier on person_proof (identifier);

-- Attempts counted by limits. `key` is a keyed hash of an address or of a machine: it cannot be read back.
create table account_attempt (
  key text not null,
  at timestamptz not null
);
create index account_attempt_key on account_attempt (key, at);

-- What happened to accounts. Rows are added, never changed; they outlive the person, who is then only an identifier.
create table account_event (
  id bigint generated always as identity primary key,
  person_id text not null,
  at timestamptz not null,
  kind text not null,
  detail text
);
create index account_event_person on account_event (person_id, id);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed nor removed', tg_table_name;
end
$$;
create trigger account_event_append_only before update or delete or truncate on account_event
  for each statement execute function refuse_change();
