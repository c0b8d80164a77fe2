with months as (
    select generate_series(:from, cast(:end as date) - 1, interval '1 month')::date as month
), delivered as (
    select date_trunc('month', day)::date as month, sum(user_minutes) as user_minutes, sum(carer_minutes) as carer_minutes,
        sum(enablement_minutes_displaced) as displaced, count(distinct person_key) as people
    from bridging.report_day_known(:known)
    where day >= :from and day < :end and (cast(:area as text) is null or locality = :area)
    group by 1
)
select m.month, coalesce(d.people, 0) as people, coalesce(d.user_minutes, 0) as user_minutes,
    coalesce(d.carer_minutes, 0) as carer_minutes, coalesce(d.displaced, 0) as displaced,
    (select count(*) from bridging.report_episode_known(:known) e
      where e.started_on < m.month + interval '1 month' and coalesce(e.ended_on, 'infinity') >= m.month + interval '1 month'
        and (cast(:area as text) is null or e.locality = :area)) as at_end
from months m left join delivered d using (month)
order by m.month
