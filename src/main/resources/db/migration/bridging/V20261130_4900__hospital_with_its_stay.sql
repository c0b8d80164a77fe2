-- Whoever was bridged and is in hospital has a stay, so that somebody promises the return: an end for hospital came without
-- one where the team told it by hand.
create function bridging.ends_with_stay() returns trigger language plpgsql as $$
begin
    if not exists (select from carepackages.report_absence a where a.care_package_id = new.care_package_id and a.kind = 'HOSPITAL'
            and (a.away_at at time zone 'Europe/London')::date <= new.ended_on
            and (a.back_at is null or (a.back_at at time zone 'Europe/London')::date >= new.started_on)) then
        raise exception 'bridging ends for hospital with its stay' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger ends_with_stay before update on bridging.episode for each row
    when (new.end_reason = 'HOSPITAL' and old.end_reason is null) execute function bridging.ends_with_stay();

-- Those who still wait in hospital that way come on the list of people who are away.
insert into carepackages.absence (id, care_package_id, kind, away_at, cover_before, told_by, told_by_name, told_at, by_provider,
    confirmed_by, confirmed_at)
select uuidv7(), e.care_package_id, 'HOSPITAL', c.effective_at, 'BRIDGING', c.by_account, c.by_name, e.ended_at, false,
    c.by_account, e.ended_at
from bridging.episode e
    join carepackages.care_package k on k.id = e.care_package_id
        and k.status in ('SUBMITTED', 'RETURNED', 'APPROVED', 'SOURCING', 'UNSOURCED', 'AWARDED', 'ON_HOLD', 'RESOURCING')
    join lateral (select * from carepackages.cover_event c where c.care_package_id = e.care_package_id
        order by c.effective_at desc, c.id desc limit 1) c on c.cover = 'HOSPITAL'
where e.end_reason = 'HOSPITAL'
    and e.ended_at = (select max(o.ended_at) from bridging.episode o where o.care_package_id = e.care_package_id)
    and not exists (select from bridging.episode o where o.care_package_id = e.care_package_id and o.status in ('REQUESTED', 'ACTIVE'))
    and not exists (select from carepackages.absence a where a.care_package_id = e.care_package_id and a.dismissed_at is null
        and (a.back_at is null or a.back_at > c.effective_at));
