select k.package_ref as ref, b.locality, null::uuid as provider_id, b.person_key, 1 as cases, 0 as met,
    b.enablement_minutes_displaced as user_minutes, b.enablement_minutes_displaced as carer_minutes, null::int as days
from bridging.report_day b join carepackages.report_package k on k.care_package_id = b.care_package_id
where b.day >= :from and b.day < :end and b.enablement_minutes_displaced > 0
