select s.measure, w.package_ref as ref, w.locality, null::uuid as provider_id, w.care_package_id as person_key, 1 as cases, 1 as met,
    w.user_minutes_week as user_minutes, w.carer_minutes_week as carer_minutes, s.days
from carepackages.report_waiting(:at, :known) w
cross join lateral (values
    ('WAITING', w.days_gross), ('DAYS_WAITING', w.days_gross), ('DAYS_WAITING_NET', w.days_net)) s (measure, days)
where w.status in ('NO_COVER', 'IN_HOSPITAL', 'PART_MET')
