-- What happened, told in order and chained: each entry carries the hash of the one before, so that nothing can be changed or taken out unseen.
-- `stream` names what the entries are about (« canteen:12 »). Details hold identifiers and figures, no name and no address: they outlive people.
create table trail_entry (
  stream text not null,
  number bigint not null,
  at timestamptz not null,
  actor text,
  kind text not null,
  detail jsonb not null default '{}',
  hash bytea not null,
  primary key (stream, number)
);
comment on column trail_entry.actor is 'Identifier of the person who acted; null for the site itself.';

-- The last hash of each stream: writers of one stream wait for each other here, and a stream cut short is seen.
create table trail_head (
  stream text primary key,
  number bigint not null,
  hash bytea not null
);

create function trail_hash(previous bytea, entry trail_entry) returns bytea language sql immutable as $$
  select sha256(previous || convert_to(jsonb_build_array(
    entry.stream, entry.number, extract(epoch from entry.at), entry.actor, entry.kind, entry.detail)::text, 'UTF8'))
$$;

create function chain_trail_entry() returns trigger language plpgsql as $$
declare
  head trail_head;
begin
  insert into trail_head (stream, number, hash) values (new.stream, 0, '') on conflict do nothing;
  select * into head from trail_head where stream = new.stream for update;
  new.number := head.number + 1;
  new.hash := trail_hash(head.hash, new);
  update trail_head set number = new.number, hash = new.hash where stream = new.stream;
  return new;
end
$$;
create trigger trail_entry_chain before insert on trail_entry for each row execute function chain_trail_entry();
create trigger trail_entry_append_only before update or delete or truncate on trail_entry
  for each statement execute function refuse_change();
