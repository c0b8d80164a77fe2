-- The last four weeks of the period, up to yesterday. Each worker is counted within what is asked for: all, one area, one provider.
with came as (
    select v.placement_id, v.provider_id, v.locality, v.person_key, v.worker_key, count(*) as visits
    from visits.report_visit_worker v
    where v.visit_date >= least(:end, :today) - 28 and v.visit_date < least(:end, :today) and v.delivered and v.worker_known
      and (cast(:area as text) is null or v.locality = :area) and (cast(:provider as uuid) is null or v.provider_id = :provider)
    group by v.placement_id, v.provider_id, v.locality, v.person_key, v.worker_key
)
select min(p.package_ref) as ref, min(c.locality) as locality, (array_agg(c.provider_id order by c.visits desc, c.provider_id))[1] as provider_id,
    c.person_key, 1 as cases, 0 as met, 0 as user_minutes, 0 as carer_minutes, count(distinct c.worker_key)::int as days
from came c join placements.report_placement p on p.id = c.placement_id
group by c.person_key
