-- Whether a start came within a week is asked once the week is over.
select m.measure, s.package_ref as ref, s.locality, s.provider_id, null::uuid as person_key, 1 as cases, m.met::int as met,
    0 as user_minutes, 0 as carer_minutes, greatest(s.first_visit_on - s.due_on, 0) as days
from placements.report_start_known(:known) s
cross join lateral (values
    ('STARTED_ON_TIME', coalesce(s.first_visit_on <= s.due_on, false)),
    ('STARTED_WITHIN_A_WEEK', coalesce(s.first_visit_on <= s.due_on + 7, false)),
    ('FAILED_STARTS', s.failed)) m (measure, met)
where s.due_on >= :from and s.due_on < least(:end, :today)
  and (m.measure <> 'STARTED_WITHIN_A_WEEK' or s.due_on < cast(:today as date) - 7)
