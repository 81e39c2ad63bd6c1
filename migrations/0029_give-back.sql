-- Taking back a file of the staff leaves a canteen as it was, without administrator if it had none: the transaction that does it
-- names those canteens.
create or replace function keep_an_administrator() returns trigger language plpgsql as $$
begin
  perform from canteen where id = old.canteen_id and archived_at is null for no key update;
  if found
    and not exists (select from canteen_member where canteen_id = old.canteen_id and role = 'administrator')
    and old.canteen_id <> all (coalesce(nullif(current_setting('ma_cantine.given_back', true), ''), '{}')::bigint[])
    and not exists (
      select from canteen_takeover
      where canteen_id = old.canteen_id and person_id = old.person_id and state = 'undone' and closed_at >= old.since)
  then
    raise exception 'canteen % would have no administrator', old.canteen_id
      using errcode = 'check_violation', constraint = 'canteen_keeps_an_administrator';
  end if;
  return null;
end
$$;
