select (d.day - 1) as day, w.status, count(*) as people, sum(w.user_minutes_week) as user_minutes, sum(w.carer_minutes_week) as carer_minutes
from unnest(cast(:days as date[])) as d(day)
cross join lateral carepackages.report_waiting(
    least((d.day::timestamp at time zone 'Europe/London') - interval '1 microsecond', :until), :known) w
where cast(:area as text) is null or w.locality = :area
group by 1, 2
order by 1, 2
