-- The last four weeks of the period, up to yesterday. Each worker is counted within what is asked for: all, one area, one provider.
with came as (
    select v.placement_id, v.provider_id, v.locality, v.person_key, v.worker_key, count(*) as visits
    from visits.report_visit_worker v
    where v.visit_date >= least(:end, :today) - 28 and v.visit_date < least(:end, :today) and v.delivered and v.worker_known
      and (cast(:area as text) is null or v.locality = :area) and (cast(:provider as uuid) is null or v.provider_id = :provider)
    group by v.placement_id, v.provider_id, v.locality, v.person_key, v.worker_key
), worker as (
    select person_key, worker_key, row_number() over (partition by person_key order by sum(visits) desc, worker_key) as place
    from came group by person_key, worker_key
)
select p.package_ref as ref, c.locality, c.provider_id, c.person_key, sum(c.visits) as cases,
    coalesce(sum(c.visits) filter (where w.place <= 4), 0) as met, 0 as user_minutes, 0 as carer_minutes, null::int as days
from came c join worker w using (person_key, worker_key) join placements.report_placement p on p.id = c.placement_id
group by p.package_ref, c.locality, c.provider_id, c.person_key
