-- A provider may ask to go before its notice is over. A commissioner agrees by signing the risk; until then the notice's day stands.
alter table placements.notice add column asked_on date,
    add constraint notice_asked_on check (asked_on > given_on and asked_on < ends_on);
comment on column placements.notice.asked_on is 'plain: earlier first day without care that the provider asked for';
alter table placements.risk_decision add column earlier boolean not null default false;
comment on column placements.risk_decision.earlier is 'plain: whether the provider may go on the earlier day it asked for';

create view placements.notice_in_force as
    select n.placement_id, n.reason, n.handback, n.note, n.days, n.given_on, n.asked_on,
        coalesce(case when r.earlier then n.asked_on end, n.ends_on) as ends_on, n.by_account, n.by_name, n.at,
        r.reason as risk_reason, r.by_name as risk_by, r.at as risk_at, r.earlier
    from placements.notice n left join placements.risk_decision r on r.placement_id = n.placement_id;

create or replace function placements.waits_for_the_one_that_leaves() returns trigger language plpgsql as $$
begin
    if exists (select from placements.placement_line l
            join placements.placement p on p.id = l.placement_id and p.status = 'NOTICE_GIVEN'
            join placements.notice_in_force n on n.placement_id = p.id
            join placements.placement mine on mine.id = new.placement_id
            where l.call_line_id = new.call_line_id and l.placement_id <> new.placement_id
              and mine.agreed_start < n.ends_on) then
        raise exception 'another provider still has the call' using errcode = 'exclusion_violation';
    end if;
    return new;
end $$;
create or replace view placements.report_needed_from as
    select p.care_package_id, max(coalesce(p.ended_on, n.ends_on)) as needed_from
    from placements.placement p left join placements.notice_in_force n on n.placement_id = p.id
    where p.status = 'NOTICE_GIVEN' and n.reason in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER')
       or p.status = 'ENDED' and p.end_reason in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER')
    group by p.care_package_id;
