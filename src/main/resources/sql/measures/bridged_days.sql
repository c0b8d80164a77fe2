select 'BRIDGED_DAYS' as measure, k.package_ref as ref, e.locality, null::uuid as provider_id, e.id as person_key, 1 as cases, 0 as met,
    0 as user_minutes, 0 as carer_minutes, least(coalesce(e.ended_on, :today), cast(:end as date) - 1, :today) - e.started_on + 1 as days
from bridging.report_episode_known(:known) e join carepackages.report_package_ref k on k.care_package_id = e.care_package_id
where e.started_on < :end and e.started_on <= :today and coalesce(e.ended_on, 'infinity') >= :from
