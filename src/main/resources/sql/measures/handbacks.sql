select 'HANDBACKS' as measure, p.package_ref as ref, p.locality, p.provider_id, null::uuid as person_key, 1 as cases,
    case when h.placement_id is not null then 1 else 0 end as met, p.user_minutes_week as user_minutes, p.carer_minutes_week as carer_minutes,
    null::int as days
from placements.report_placement_known(:known) p
left join placements.report_handback_known(:known) h on h.placement_id = p.id and h.given_on >= :from and h.given_on < :end
where p.first_visit_at < cast(:from as date)::timestamp at time zone 'Europe/London' and coalesce(p.ended_on, 'infinity') > :from
