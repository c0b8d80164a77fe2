select 'TIME_TO_SOURCE' as measure, p.package_ref as ref, p.locality, p.provider_id, null::uuid as person_key, 1 as cases, 0 as met,
    0 as user_minutes, 0 as carer_minutes,
    (p.accepted_at at time zone 'Europe/London')::date - (a.first_published_at at time zone 'Europe/London')::date as days
from placements.report_placement p
join adverts.report_publication a on a.care_package_id = p.care_package_id and a.first_published_at <= p.accepted_at
where p.accepted_at >= cast(:from as date)::timestamp at time zone 'Europe/London' and p.accepted_at < cast(:end as date)::timestamp at time zone 'Europe/London'
  and p.accepted_at <= :known
  and not exists (select from placements.report_placement o
      where o.care_package_id = p.care_package_id and o.accepted_at < p.accepted_at)
