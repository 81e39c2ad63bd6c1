-- What the last visit of each catalogued link found.
create table resource_check (
  resource_id text primary key,
  url text not null,
  checked_at timestamptz not null,
  reachable boolean not null,
  status integer,
  problem text,
  last_reached_at timestamptz
);
