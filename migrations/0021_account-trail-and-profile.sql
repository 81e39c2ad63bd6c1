-- What happened to accounts joins the chained trails, in its order and with its dates.
insert into trail_entry (stream, at, actor, kind, detail)
select 'account:' || person_id, at, case when kind <> 'erased' then person_id end, kind,
       case when detail is null then '{}' else jsonb_build_object('way', detail) end
from account_event order by id;
drop table account_event;

-- What a person says of themselves besides; none of it is asked for.
alter table person
  add column law_awareness text[] not null default '{}',
  add column technical boolean not null default false,
  add column no_reminders boolean not null default false;
comment on column person.technical is 'Writes software that talks to the site: is shown what is made for them, has no other right.';
comment on column person.no_reminders is 'Wants no mail before a deadline. Mails about the safety of the account leave all the same.';
