select k.package_ref, r.ref, a.name_en, a.name_cy, e.started_on, e.ended_on, case when e.ended_on is not null then r.end_reason end as end_reason,
    coalesce(sum(d.user_minutes), 0) as user_minutes, coalesce(sum(d.carer_minutes), 0) as carer_minutes,
    coalesce(sum(d.enablement_minutes_displaced), 0) as displaced_minutes
from bridging.report_episode_known(:known) e
join bridging.report_episode r on r.id = e.id
join carepackages.report_package k on k.care_package_id = e.care_package_id
join areas.report_locality a on a.code = e.locality
left join bridging.report_day_known(:known) d on d.episode_id = e.id and d.day >= :from and d.day < :end
where ((e.started_on < :end and coalesce(e.ended_on, 'infinity') >= :from) or d.episode_id is not null)
  and (cast(:area as text) is null or e.locality = :area)
  and r.ref > :after
group by 1, 2, 3, 4, 5, 6, 7
order by r.ref
limit :limit
