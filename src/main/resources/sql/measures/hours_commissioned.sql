select c.package_ref as ref, c.locality, c.provider_id, c.person_key, 1 as cases, 0 as met, c.commissioned_user as user_minutes,
    c.commissioned_carer as carer_minutes, null::int as days
from placements.report_commissioned(cast(:from as date), cast(:end as date), 'month', null) c
