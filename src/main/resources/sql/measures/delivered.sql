select s.measure, k.package_ref as ref, d.locality, d.provider_id, d.person_key, d.visits as cases, s.met, s.user_minutes, s.carer_minutes,
    null::int as days
from visits.report_delivered d
join carepackages.report_package_ref k on k.care_package_id = d.care_package_id
cross join lateral (values
    ('HOURS_' || d.kind, 0, d.user_minutes, d.carer_minutes),
    ('PEOPLE_SUPPORTED', 0, d.user_minutes, d.carer_minutes),
    ('RECORDED_ELECTRONICALLY', d.visits - d.by_hand, 0, 0),
    ('RECORDED_ON_PAPER', d.by_hand, 0, 0)) s (measure, met, user_minutes, carer_minutes)
where d.period = 'MONTH' and d.starts_on >= :from and d.starts_on < :end
