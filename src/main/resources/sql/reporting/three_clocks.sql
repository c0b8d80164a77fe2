-- Three clocks over the same days, each in user minutes and carer minutes: commissioned and planned as
-- placements.report_commissioned has them, delivered what was given, foreseen or not. Bridging and enablement are in none of them.
with agreed as (
    select c.starts_on, case :split when 'area' then c.locality when 'provider' then c.provider_id::text else '' end as split_code,
        sum(c.commissioned_user) as commissioned_user, sum(c.commissioned_carer) as commissioned_carer,
        sum(c.planned_user) as planned_user, sum(c.planned_carer) as planned_carer
    from placements.report_commissioned(cast(:from as date), cast(:end as date), :unit, null) c
    where (cast(:area as text) is null or c.locality = :area)
      and (cast(:provider as uuid) is null or c.provider_id = :provider)
      and (cast(:package as text) is null or c.package_ref = :package)
    group by 1, 2
), delivered as (
    select d.starts_on, case :split when 'area' then d.locality when 'provider' then d.provider_id::text else '' end as split_code,
        sum(d.user_minutes) as user_minutes, sum(d.carer_minutes) as carer_minutes
    from visits.report_delivered d
    where d.period = :period and d.starts_on >= :from and d.starts_on < :end
      and (cast(:area as text) is null or d.locality = :area)
      and (cast(:provider as uuid) is null or d.provider_id = :provider)
      and (cast(:package as text) is null or d.care_package_id in (
        select k.care_package_id from placements.report_placement k where k.package_ref = :package))
    group by 1, 2
)
select starts_on, split_code, coalesce(a.name_en, p.name) as name_en, coalesce(a.name_cy, p.name) as name_cy,
    coalesce(commissioned_user, 0) as commissioned_user, coalesce(commissioned_carer, 0) as commissioned_carer,
    coalesce(planned_user, 0) as planned_user, coalesce(planned_carer, 0) as planned_carer,
    coalesce(user_minutes, 0) as delivered_user, coalesce(carer_minutes, 0) as delivered_carer
from agreed full join delivered d using (starts_on, split_code)
left join areas.report_locality a on :split = 'area' and a.code = split_code
left join providers.report_provider p on :split = 'provider' and p.id::text = split_code
order by starts_on, name_en nulls last
