-- Of a month that is not over the days before today, of both. In user or carer minutes, as they are or no more than was commissioned.
with agreed as (
    select c.starts_on, c.care_package_id, c.provider_id, c.package_ref, c.locality, c.person_key, case when :carers then c.commissioned_carer else c.commissioned_user end as commissioned
    from placements.report_commissioned(cast(:from as date), cast(:end as date), 'month', cast(:today as date)) c
), given as (
    select d.starts_on, d.care_package_id, d.provider_id, d.locality, d.person_key, case when :carers then d.carer_minutes else d.user_minutes end as delivered
    from visits.report_delivered d
    where d.period = 'MONTH' and d.starts_on >= :from and d.starts_on < least(:end, date_trunc('month', cast(:today as date))::date)
    union all
    select date_trunc('month', v.visit_date)::date, v.care_package_id, v.provider_id, v.locality, v.person_key,
        case when :carers then v.carer_minutes else v.user_minutes end
    from visits.report_visit v
    where v.visit_date >= greatest(:from, date_trunc('month', cast(:today as date))::date) and v.visit_date < least(:end, :today)
      and v.status in ('DELIVERED', 'UNPLANNED')
), month as (
    select starts_on, care_package_id, provider_id, max(package_ref) as package_ref, max(locality) as locality,
        (array_agg(person_key))[1] as person_key, coalesce(sum(commissioned), 0) as commissioned, coalesce(sum(delivered), 0) as delivered
    from (
        select starts_on, care_package_id, provider_id, package_ref, locality, person_key, commissioned, 0 as delivered from agreed
        union all
        select starts_on, care_package_id, provider_id, null, locality, person_key, 0, delivered from given) either
    group by starts_on, care_package_id, provider_id
)
select coalesce(m.package_ref, (select max(p.package_ref) from placements.report_placement p where p.care_package_id = m.care_package_id)) as ref,
    m.locality, m.provider_id, m.person_key, m.commissioned as cases, case when :capped then least(m.delivered, m.commissioned) else m.delivered end as met, 0 as user_minutes, 0 as carer_minutes,
    null::int as days
from month m
