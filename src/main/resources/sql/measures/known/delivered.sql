-- From the visits themselves: the sums know only what is known now.
with given as (
    select v.kind, v.care_package_id, v.locality, v.provider_id, v.person_key, count(*) as visits, count(*) filter (where v.by_hand) as by_hand,
        sum(v.user_minutes) as user_minutes, sum(v.carer_minutes) as carer_minutes
    from visits.report_visit_known(:known, cast(:from as date), cast(:end as date)) v
    group by v.kind, v.care_package_id, v.locality, v.provider_id, v.person_key
)
select s.measure, k.package_ref as ref, d.locality, d.provider_id, d.person_key, d.visits as cases, s.met, s.user_minutes, s.carer_minutes,
    null::int as days
from given d
join carepackages.report_package_ref k on k.care_package_id = d.care_package_id
cross join lateral (values
    ('HOURS_' || d.kind, 0, d.user_minutes, d.carer_minutes),
    ('PEOPLE_SUPPORTED', 0, d.user_minutes, d.carer_minutes),
    ('RECORDED_ELECTRONICALLY', d.visits - d.by_hand, 0, 0),
    ('RECORDED_ON_PAPER', d.by_hand, 0, 0)) s (measure, met, user_minutes, carer_minutes)
