-- Long-term home care of a month: agencies and the in-house service together, as the headline says; bridging and
-- enablement are not in it.
select d.starts_on, sum(d.user_minutes) as user_minutes, count(distinct d.person_key) as people
from visits.report_delivered d
where d.period = 'MONTH' and d.kind in ('AGENCY', 'INHOUSE') and d.starts_on >= :from and d.starts_on < :end
group by d.starts_on
order by d.starts_on
