select s.measure, o.package_ref as ref, o.locality, o.provider_id, null::uuid as person_key, 1 as cases, s.met::int as met,
    o.user_minutes_week as user_minutes, o.carer_minutes_week as carer_minutes, null::int as days
from placements.report_offer_known(:known) o
cross join lateral (values
    ('OFFERS_NOT_TAKEN', o.status in ('DECLINED', 'EXPIRED')), ('OFFERS_WITHDRAWN', o.status = 'REVOKED')) s (measure, met)
where o.offered_on >= :from and o.offered_on < :end
