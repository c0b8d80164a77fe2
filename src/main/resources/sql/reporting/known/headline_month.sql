-- As headline_month.sql, from the visits as they were known.
select date_trunc('month', v.visit_date::timestamp)::date as starts_on, sum(v.user_minutes) as user_minutes,
    count(distinct v.person_key) as people
from visits.report_visit_known(:known, cast(:from as date), cast(:end as date)) v
where v.kind in ('AGENCY', 'INHOUSE')
group by 1
order by 1
