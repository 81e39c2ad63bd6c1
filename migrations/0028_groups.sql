-- Links between a group and a satellite that wait for the word of someone, or that were made while nobody ran the satellite.
create table group_request (
  id bigint generated always as identity primary key,
  group_id bigint not null references canteen on delete cascade,
  satellite_id bigint not null references canteen on delete cascade,
  starts_on date not null,
  ends_on date,
  asked_of text not null check (asked_of in ('group', 'satellite')),
  state text not null check (state in ('pending', 'unclaimed', 'accepted', 'declined', 'withdrawn', 'expired')),
  asked_by text references person on delete set null,
  asked_at timestamptz not null,
  decided_by text references person on delete set null,
  decided_at timestamptz,
  check (ends_on is null or ends_on >= starts_on)
);
comment on column group_request.asked_of is 'Whose administrators answer: those of the group or those of the satellite.';
comment on column group_request.state is 'unclaimed: in force already, nobody ran the satellite; whoever claims it confirms or takes it back.';
create unique index group_request_open on group_request (satellite_id, group_id) where state in ('pending', 'unclaimed');
create index group_request_group on group_request (group_id, asked_at);
create index group_request_pending on group_request (asked_at) where state = 'pending';
create index group_request_asked_by on group_request (asked_by);
create index group_request_decided_by on group_request (decided_by);

-- What one deed did to the periods of satellites, so that it can be taken back from its notice. The trail keeps the history.
create table group_change (
  id bigint generated always as identity primary key,
  deed text not null,
  satellite_id bigint not null references canteen on delete cascade,
  before jsonb not null,
  after jsonb not null,
  by_person text,
  made_at timestamptz not null,
  undone_at timestamptz,
  unique (deed, satellite_id)
);
comment on column group_change.deed is 'Drawn for each deed: its changes are undone together.';
create index group_change_satellite on group_change (satellite_id);
create index group_change_made_at on group_change (made_at);
