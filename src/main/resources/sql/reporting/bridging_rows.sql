select k.package_ref, e.ref, a.name_en, a.name_cy, e.started_on, e.ended_on, e.end_reason,
    coalesce(sum(d.user_minutes), 0) as user_minutes, coalesce(sum(d.carer_minutes), 0) as carer_minutes,
    coalesce(sum(d.enablement_minutes_displaced), 0) as displaced
from bridging.report_episode e
join carepackages.report_package k on k.care_package_id = e.care_package_id
join areas.report_locality a on a.code = e.locality
left join bridging.report_day d on d.care_package_id = e.care_package_id and d.day >= :from and d.day < :end
    and d.day >= e.started_on and d.day <= coalesce(e.ended_on, d.day)
where e.started_on < :end and coalesce(e.ended_on, 'infinity') >= :from
  and (cast(:area as text) is null or e.locality = :area)
group by 1, 2, 3, 4, 5, 6, 7
order by e.started_on, e.ref
limit 500
