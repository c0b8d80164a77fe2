select p.package_ref as ref, v.locality, v.provider_id, v.person_key, count(*) as cases, 0 as met, sum(v.user_minutes) as user_minutes,
    sum(v.carer_minutes) as carer_minutes, null::int as days
from visits.report_visit_known(:known, cast(:from as date), cast(:end as date)) v
join placements.report_placement p on p.id = v.placement_id
group by p.package_ref, v.locality, v.provider_id, v.person_key
