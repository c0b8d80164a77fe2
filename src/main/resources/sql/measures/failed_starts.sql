select s.package_ref as ref, s.locality, s.provider_id, null::uuid as person_key, 1 as cases,
    case when s.failed then 1 else 0 end as met, 0 as user_minutes, 0 as carer_minutes,
    greatest(s.first_visit_on - s.due_on, 0) as days
from placements.report_start s where s.due_on >= :from and s.due_on < least(:end, :today)
