with placed as (
    select * from placements.report_placement_known(:known)
)
select 'TIME_TO_START' as measure, p.package_ref as ref, p.locality, p.provider_id, null::uuid as person_key, 1 as cases, 0 as met,
    0 as user_minutes, 0 as carer_minutes,
    (p.first_visit_at at time zone 'Europe/London')::date - (a.approved_at at time zone 'Europe/London')::date as days
from placed p
join carepackages.report_approval a on a.care_package_id = p.care_package_id
where p.first_visit_at >= cast(:from as date)::timestamp at time zone 'Europe/London' and p.first_visit_at < cast(:end as date)::timestamp at time zone 'Europe/London'
  and not exists (select from placed o
      where o.care_package_id = p.care_package_id and o.first_visit_at < p.first_visit_at)
