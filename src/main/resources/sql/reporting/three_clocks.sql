-- Three clocks over the same days, each in user minutes and carer minutes. Commissioned: the weekly minutes of the calls in
-- force, a seventh of them for each day. Planned: the calls that fall on the days. Delivered: what was given, foreseen or not.
-- Bridging and enablement are in none of them. Weekdays are counted from a Monday, 1 January 2001.
with period as (
    select starts_on::date as starts_on, (starts_on + cast(:step as interval))::date as ends_on
    from generate_series(date_trunc(:unit, cast(:from as timestamp)), cast(:end as timestamp) - interval '1 day', cast(:step as interval)) starts_on
    where starts_on >= :from
), call as (
    select p.starts_on, case :split when 'area' then d.locality when 'provider' then d.provider_id::text else '' end as split_code,
        d.minutes, d.workers, d.days, days.a, days.b
    from placements.report_due_call d
    join period p on d.from_on < p.ends_on and (d.until_on is null or d.until_on > p.starts_on)
    cross join lateral (select greatest(d.from_on, p.starts_on) - date '2001-01-01' as a, least(d.until_on, p.ends_on) - date '2001-01-01' as b) days
    where (cast(:area as text) is null or d.locality = :area)
      and (cast(:provider as uuid) is null or d.provider_id = :provider)
      and (cast(:package as text) is null or d.package_ref = :package)
), agreed as (
    select c.starts_on, c.split_code,
        round(sum(c.minutes * length(c.days) * (c.b - c.a)) / 7.0) as commissioned_user,
        round(sum(c.minutes * c.workers * length(c.days) * (c.b - c.a)) / 7.0) as commissioned_carer,
        sum(c.minutes * falls.times) as planned_user, sum(c.minutes * c.workers * falls.times) as planned_carer
    from call c
    cross join lateral (
        select sum((c.b + 7 - weekday::int) / 7 - (c.a + 7 - weekday::int) / 7) as times
        from unnest(string_to_array(c.days, null)) weekday) falls
    group by 1, 2
), delivered as (
    select d.starts_on, case :split when 'area' then d.locality when 'provider' then d.provider_id::text else '' end as split_code,
        sum(d.user_minutes) as user_minutes, sum(d.carer_minutes) as carer_minutes
    from visits.report_delivered d
    where d.period = :period and d.starts_on >= :from and d.starts_on < :end
      and (cast(:area as text) is null or d.locality = :area)
      and (cast(:provider as uuid) is null or d.provider_id = :provider)
      and (cast(:package as text) is null or d.care_package_id in (
        select k.care_package_id from carepackages.report_package k where k.package_ref = :package))
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
