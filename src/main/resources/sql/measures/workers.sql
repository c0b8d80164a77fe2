-- The last four weeks of the period, up to yesterday. Each worker is counted within what is asked for: all, one area, one provider.
with came as (
    select w.*, sum(w.visits) over (partition by w.person_key, w.worker_key) as often
    from visits.report_workers(:known, least(cast(:end as date), cast(:today as date)) - 28, least(cast(:end as date), cast(:today as date))) w
    where (cast(:area as text) is null or w.locality = :area) and (cast(:provider as uuid) is null or w.provider_id = :provider)
), placed as (
    select p.package_ref, c.*, dense_rank() over (partition by c.person_key order by c.often desc, c.worker_key) as place
    from came c join placements.report_placement p on p.id = c.placement_id
)
select 'SAME_WORKERS' as measure, c.package_ref as ref, c.locality, c.provider_id, c.person_key, sum(c.visits)::bigint as cases,
    coalesce(sum(c.visits) filter (where c.place <= 4), 0)::bigint as met, 0 as user_minutes, 0 as carer_minutes, null::int as days
from placed c
group by c.package_ref, c.locality, c.provider_id, c.person_key
union all
select 'WORKERS_PER_PERSON', min(c.package_ref), min(c.locality), (array_agg(c.provider_id order by c.visits desc, c.provider_id))[1],
    c.person_key, 1, 0, 0, 0, max(c.place)::int
from placed c
group by c.person_key
