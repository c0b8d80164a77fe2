select k.package_ref, r.ref, a.name_en, a.name_cy, e.started_on, e.ended_on, case when e.ended_on is not null then r.end_reason end as end_reason,
    coalesce(sum(d.user_minutes), 0) as user_minutes, coalesce(sum(d.carer_minutes), 0) as carer_minutes,
    coalesce(sum(d.enablement_minutes_displaced), 0) as displaced
from bridging.report_episode_known(:known) e
join bridging.report_episode r on r.id = e.id
join carepackages.report_package k on k.care_package_id = e.care_package_id
join areas.report_locality a on a.code = e.locality
left join bridging.report_day_known(:known) d on d.care_package_id = e.care_package_id and d.day >= :from and d.day < :end
    and d.day >= e.started_on and d.day <= coalesce(e.ended_on, d.day)
where e.started_on < :end and coalesce(e.ended_on, 'infinity') >= :from
  and (cast(:area as text) is null or e.locality = :area)
group by 1, 2, 3, 4, 5, 6, 7
order by e.started_on, r.ref
limit 500
