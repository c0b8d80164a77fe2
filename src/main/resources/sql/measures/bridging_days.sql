select s.measure, k.package_ref as ref, b.locality, null::uuid as provider_id, b.person_key, 1 as cases, 0 as met, s.user_minutes,
    s.carer_minutes, null::int as days
from bridging.report_day_known(:known) b
join carepackages.report_package_ref k on k.care_package_id = b.care_package_id
cross join lateral (values
    ('HOURS_BRIDGING', b.user_minutes, b.carer_minutes),
    ('ENABLEMENT_DISPLACED', 0, b.enablement_minutes_displaced)) s (measure, user_minutes, carer_minutes)
where b.day >= :from and b.day < :end and (s.measure = 'HOURS_BRIDGING' or s.carer_minutes > 0)
