select p.package_ref as ref, r.locality, r.provider_id, r.person_key, count(*) as cases,
    count(*) filter (where 'SHORT' = any (r.remarks)) as met, 0 as user_minutes, 0 as carer_minutes, null::int as days
from visits.report_reading r join placements.report_placement p on p.id = r.placement_id
where r.day >= :from and r.day < least(:end, :today) and r.call_line_id is not null
  and r.outcome = 'MET'
group by p.package_ref, r.locality, r.provider_id, r.person_key
