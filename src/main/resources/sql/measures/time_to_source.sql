-- In calendar days, and in hours of the council's working time, which are those of kernel.WorkingTime.
with sourced as (
    select p.package_ref, p.locality, p.provider_id, a.first_published_at at time zone 'Europe/London' as since,
        p.accepted_at at time zone 'Europe/London' as until
    from placements.report_placement p
    join adverts.report_publication a on a.care_package_id = p.care_package_id and a.first_published_at <= p.accepted_at
    where p.accepted_at >= cast(:from as date)::timestamp at time zone 'Europe/London'
      and p.accepted_at < cast(:end as date)::timestamp at time zone 'Europe/London'
      and p.accepted_at <= :known
      and not exists (select from placements.report_placement o
          where o.care_package_id = p.care_package_id and o.accepted_at < p.accepted_at)
)
select m.measure, s.package_ref as ref, s.locality, s.provider_id, null::uuid as person_key, 1 as cases, 0 as met,
    0 as user_minutes, 0 as carer_minutes, m.days
from sourced s
cross join lateral (
    select round(coalesce(sum(greatest(0, extract(epoch from
        least(s.until, g.day + time '17:00') - greatest(s.since, g.day + time '09:00')))), 0) / 3600)::int as hours
    from generate_series(s.since::date::timestamp, s.until::date::timestamp, interval '1 day') g (day)
    where extract(isodow from g.day) < 6 and g.day::date <> all (cast(:holidays as date[]))) w
cross join lateral (values ('TIME_TO_SOURCE', s.until::date - s.since::date), ('TIME_TO_SOURCE_WORKING', w.hours)) m (measure, days)
