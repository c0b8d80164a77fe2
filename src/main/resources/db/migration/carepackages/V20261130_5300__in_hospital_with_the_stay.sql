-- Whoever waits in hospital has a stay, so that somebody promises the return: it could be said by hand, or by the package that
-- was approved, without one. Those who still wait that way come on the list of people who are away.
insert into carepackages.absence (id, care_package_id, kind, away_at, cover_before, told_by, told_by_name, told_at, by_provider,
    confirmed_by, confirmed_at)
select uuidv7(), k.id, 'HOSPITAL', c.effective_at, 'NONE', c.by_account, c.by_name, c.recorded_at, false, c.by_account, c.recorded_at
from carepackages.care_package k
    join lateral (select * from carepackages.cover_event c where c.care_package_id = k.id
        order by c.effective_at desc, c.id desc limit 1) c on c.cover = 'HOSPITAL'
where k.status in ('SUBMITTED', 'RETURNED', 'APPROVED', 'SOURCING', 'UNSOURCED', 'AWARDED', 'ON_HOLD', 'RESOURCING')
    and not exists (select from carepackages.absence a where a.care_package_id = k.id and a.dismissed_at is null
        and (a.back_at is null or a.back_at > c.effective_at));

create function carepackages.in_hospital_with_stay() returns trigger language plpgsql as $$
begin
    if not exists (select from carepackages.absence a where a.care_package_id = new.care_package_id and a.kind = 'HOSPITAL'
            and a.confirmed_at is not null and (a.back_at is null or a.back_at >= new.effective_at)) then
        raise exception 'nobody is in hospital without a stay' using errcode = 'check_violation';
    end if;
    return null;
end $$;
-- Deferred: an approval says so before the stay that follows from it is written.
create constraint trigger in_hospital_with_stay after insert on carepackages.cover_event
    deferrable initially deferred for each row
    when (new.cover = 'HOSPITAL') execute function carepackages.in_hospital_with_stay();
