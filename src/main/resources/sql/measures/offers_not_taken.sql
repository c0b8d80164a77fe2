select o.package_ref as ref, o.locality, o.provider_id, null::uuid as person_key, 1 as cases,
    case when o.status in ('DECLINED', 'EXPIRED') then 1 else 0 end as met, o.user_minutes_week as user_minutes, o.carer_minutes_week as carer_minutes, null::int as days
from placements.report_offer o where o.offered_on >= :from and o.offered_on < :end
