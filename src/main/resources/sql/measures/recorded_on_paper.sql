select p.package_ref as ref, v.locality, v.provider_id, v.person_key, count(*) as cases, count(*) filter (where v.by_hand) as met,
    0 as user_minutes, 0 as carer_minutes, null::int as days
from visits.report_visit_worker v join placements.report_placement p on p.id = v.placement_id
where v.visit_date >= :from and v.visit_date < :end and v.delivered
group by p.package_ref, v.locality, v.provider_id, v.person_key
