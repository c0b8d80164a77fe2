-- As it was known at a moment. What was planned does not say since when it was so, and what was commissioned is known month by month:
-- what cannot be told is none.
with agreed as (
    select c.starts_on, case :split when 'area' then c.locality when 'provider' then c.provider_id::text else '' end as split_code,
        sum(c.commissioned_user)::bigint as commissioned_user, sum(c.commissioned_carer)::bigint as commissioned_carer
    from placements.report_commissioned_known(cast(:from as date), cast(:end as date), null, :known) c
    where :unit = 'month' and (cast(:area as text) is null or c.locality = :area)
      and (cast(:provider as uuid) is null or c.provider_id = :provider)
      and (cast(:package as text) is null or c.package_ref = :package)
    group by 1, 2
), delivered as (
    select date_trunc(:unit, v.visit_date::timestamp)::date as starts_on,
        case :split when 'area' then v.locality when 'provider' then v.provider_id::text else '' end as split_code,
        sum(v.user_minutes) as user_minutes, sum(v.carer_minutes) as carer_minutes
    from visits.report_visit_known(:known, cast(:from as date), cast(:end as date) + 6) v
    where date_trunc(:unit, v.visit_date::timestamp) >= :from and date_trunc(:unit, v.visit_date::timestamp) < :end
      and (cast(:area as text) is null or v.locality = :area)
      and (cast(:provider as uuid) is null or v.provider_id = :provider)
      and (cast(:package as text) is null or v.care_package_id in (
        select k.care_package_id from placements.report_placement k where k.package_ref = :package))
    group by 1, 2
)
select starts_on, split_code, coalesce(a.name_en, p.name) as name_en, coalesce(a.name_cy, p.name) as name_cy,
    case :unit when 'month' then coalesce(commissioned_user, 0) end as commissioned_user,
    case :unit when 'month' then coalesce(commissioned_carer, 0) end as commissioned_carer,
    null::bigint as planned_user, null::bigint as planned_carer,
    coalesce(user_minutes, 0) as delivered_user, coalesce(carer_minutes, 0) as delivered_carer
from agreed full join delivered d using (starts_on, split_code)
left join areas.report_locality a on :split = 'area' and a.code = split_code
left join providers.report_provider p on :split = 'provider' and p.id::text = split_code
order by starts_on, name_en nulls last
