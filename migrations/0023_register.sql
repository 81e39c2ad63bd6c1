-- What the company register answered, kept so as not to ask twice, and to answer when it does not.
create table register_answer (
  number text primary key check (number ~ '^(\d{9}|\d{14})$'),
  found jsonb,
  asked_at timestamptz not null,
  expires_at timestamptz
);
comment on column register_answer.number is 'SIRET of an establishment, or SIREN of a legal unit.';
comment on column register_answer.found is 'What is known of it; null: the register does not know this number.';
comment on column register_answer.expires_at is 'Asked again after that; null: never (told stories).';

-- The one door through which every process calls the register: whose turn it is, and until when nobody calls.
create table register_gate (
  one boolean primary key default true check (one),
  next_turn_at timestamptz not null default 'epoch',
  closed_until timestamptz not null default 'epoch',
  closed_because text check (closed_because in ('silent', 'failing', 'asked_to_wait')),
  failures integer not null default 0
);
comment on column register_gate.failures is 'Calls in a row that got no answer.';
insert into register_gate default values;
