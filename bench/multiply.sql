-- Nine copies of each package with its history, so that list, package page and waiting list have ten times the rows to
-- look through. Whole rows are copied, whatever columns the product has by then.
begin;
create temp table copied on commit drop as
select c.id as was, uuidv7() as id, c.ref || '/' || n as ref, make_interval(secs => n) as sooner
from carepackages.care_package c cross join generate_series(1, 9) n;
create index on copied (was);
create temp table package (like carepackages.care_package) on commit drop;
insert into package select c.* from carepackages.care_package c join copied on copied.was = c.id;
-- The same nine rows for each package: numbered to give each its own new id.
with numbered as (
    select ctid as place, id, row_number() over (partition by id) as n from package),
    fresh as (select was, id, ref, sooner, row_number() over (partition by was) as n from copied)
update package p set id = f.id, ref = f.ref, changed_at = p.changed_at - f.sooner
from numbered m join fresh f on f.was = m.id and f.n = m.n where p.ctid = m.place;
insert into carepackages.care_package select * from package;
insert into carepackages.status_event (care_package_id, status, effective_at, recorded_at, by_account, by_name, reason,
    locality, user_minutes_week, carer_minutes_week)
select f.id, e.status, e.effective_at, e.recorded_at, e.by_account, e.by_name, e.reason, e.locality,
    e.user_minutes_week, e.carer_minutes_week
from carepackages.status_event e join copied f on f.was = e.care_package_id;
-- Before the cover that follows from them: nobody is in hospital without a stay.
insert into carepackages.absence (id, care_package_id, kind, away_at, back_at, cover_before, told_by, told_by_name, told_at,
    by_provider, confirmed_by, confirmed_at, dismissed_at, settled_at)
select uuidv7(), f.id, a.kind, a.away_at, a.back_at, a.cover_before, a.told_by, a.told_by_name, a.told_at,
    a.by_provider, a.confirmed_by, a.confirmed_at, a.dismissed_at, a.settled_at
from carepackages.absence a join copied f on f.was = a.care_package_id;
insert into carepackages.cover_event (care_package_id, cover, effective_at, recorded_at, by_account, by_name)
select f.id, e.cover, e.effective_at, e.recorded_at, e.by_account, e.by_name
from carepackages.cover_event e join copied f on f.was = e.care_package_id;
commit;
vacuum analyze carepackages.care_package, carepackages.status_event, carepackages.absence,
    carepackages.cover_event;
