-- A function that returns one record is called row by row; one that returns a table is read into the question around it.
alter function carepackages.minutes_on(uuid, date) rename to minutes_on_by_row;

-- User and carer minutes a week of a package by the calls of a day: always one row.
create function carepackages.minutes_on(package uuid, day date) returns table (user_minutes int, carer_minutes int)
language sql stable rows 1 as $$
    select coalesce(sum(l.minutes * length(l.days)), 0)::int, coalesce(sum(l.minutes * length(l.days) * l.workers), 0)::int
    from carepackages.call_line l
    where l.care_package_id = package and l.superseded_at is null
      and coalesce(l.from_on, '-infinity') <= day and coalesce(l.until_on, 'infinity') > day
$$;

create or replace view carepackages.report_package as
    select p.id as care_package_id, p.ref as package_ref, p.locality, m.user_minutes as user_minutes_week,
        m.carer_minutes as carer_minutes_week
    from carepackages.care_package p cross join lateral carepackages.minutes_on(p.id, carepackages.today()) m;

create or replace view carepackages.report_sourcing as
    select p.id as care_package_id, p.ref as package_ref, p.status, p.locality, m.user_minutes as user_minutes_week,
        m.carer_minutes as carer_minutes_week,
        coalesce((select max(e.effective_at) from carepackages.status_event e
                where e.care_package_id = p.id and e.status = 'RESOURCING'),
            (select min(e.effective_at) from carepackages.status_event e
                where e.care_package_id = p.id and e.status = 'APPROVED')) as waiting_since,
        coalesce((select e.cover from carepackages.cover_event e
            where e.care_package_id = p.id and e.effective_at <= now()
            order by e.effective_at desc, e.id desc limit 1), 'NONE') as cover
    from carepackages.care_package p cross join lateral carepackages.minutes_on(p.id, carepackages.today()) m
    where p.status not in ('DRAFT', 'SUBMITTED', 'RETURNED');

drop function carepackages.minutes_on_by_row(uuid, date);
