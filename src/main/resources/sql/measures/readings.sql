-- What came of each call, counted once for a placement and person, before the measures part.
with door as (
    select r.placement_id, r.locality, r.provider_id, r.person_key,
        count(*) filter (where r.outcome not in ('CANCELLED', 'NOT_DUE', 'AWAITED')) as due,
        count(*) filter (where r.outcome = 'MISSED') as missed,
        count(*) filter (where r.outcome = 'NOT_REPORTED') as silent,
        count(*) filter (where r.essential and r.outcome not in ('CANCELLED', 'NOT_DUE', 'AWAITED')) as essentials,
        count(*) filter (where r.essential and r.outcome in ('MISSED', 'NOT_REPORTED')) as essentials_missed,
        count(*) filter (where r.critical and r.punctual is not null) as critical,
        count(*) filter (where r.critical and r.punctual) as critical_punctual,
        count(*) filter (where not r.critical and r.punctual is not null) as others,
        count(*) filter (where not r.critical and r.punctual) as others_punctual,
        count(*) filter (where r.outcome = 'MET') as attended,
        count(*) filter (where r.outcome = 'MET' and 'SHORT' = any (r.remarks)) as short
    from visits.report_reading_known(:known, cast(:from as date), least(cast(:end as date), cast(:today as date))) r
    where r.call_line_id is not null
    group by r.placement_id, r.locality, r.provider_id, r.person_key
)
select s.measure, p.package_ref as ref, d.locality, d.provider_id, d.person_key, s.cases, s.met, 0 as user_minutes, 0 as carer_minutes,
    null::int as days
from door d join placements.report_placement p on p.id = d.placement_id
cross join lateral (values
    ('CALLS_MISSED', d.due, d.missed + d.silent),
    ('CALLS_MISSED_BY_PROVIDER', d.due, d.missed),
    ('CALLS_NOT_REPORTED', d.due, d.silent),
    ('ESSENTIALS_MISSED', d.essentials, d.essentials_missed),
    ('PUNCTUAL_CRITICAL', d.critical, d.critical_punctual),
    ('PUNCTUAL_OTHERS', d.others, d.others_punctual),
    ('SHORT_VISITS', d.attended, d.short)) s (measure, cases, met)
where s.cases > 0
