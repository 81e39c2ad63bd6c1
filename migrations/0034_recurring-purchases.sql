-- Purchases that come back: the model of each, and what was decided of its days. The days that wait are worked out, never written.
create table recurring_purchase (
  id bigint generated always as identity primary key,
  canteen_id bigint not null references canteen on delete cascade,
  creation_key text not null unique,
  model jsonb not null,
  every text not null check (every in ('week', 'month')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  paused_on date,
  ended_at timestamptz,
  version integer not null default 1,
  created_by text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
comment on column recurring_purchase.model is 'The purchase without its date: what each day proposes.';
comment on column recurring_purchase.starts_on is 'The day of the purchase that it was made from: the next ones follow.';
comment on column recurring_purchase.creation_key is 'Drawn with the form: a form sent twice makes one.';
create index recurring_purchase_canteen on recurring_purchase (canteen_id, id);

create table recurring_day (
  recurring_id bigint not null references recurring_purchase on delete cascade,
  day date not null,
  outcome text not null check (outcome in ('added', 'skipped', 'paused')),
  purchase_id bigint,
  batch_id uuid,
  decided_by text,
  decided_at timestamptz not null,
  -- Each day is decided once, however often a form is sent.
  primary key (recurring_id, day)
);
comment on column recurring_day.batch_id is 'Decided together: taken back together.';
create index recurring_day_batch on recurring_day (batch_id) where batch_id is not null;
