-- When care was to start, and when it did. A failed start that agreed a later day does not move the day it was due.
create view placements.report_start as
    select p.id as placement_id, p.care_package_id, p.package_ref, p.provider_id, p.locality,
        coalesce((select min(f.due_on) from placements.failed_start f where f.placement_id = p.id), p.agreed_start) as due_on,
        (p.first_visit_at at time zone 'Europe/London')::date as first_visit_on,
        exists (select from placements.failed_start f where f.placement_id = p.id) as failed
    from placements.placement p where p.status <> 'REVOKED';

-- What became of each offer to a provider.
create view placements.report_offer as
    select a.id as award_id, a.care_package_id, a.package_ref, a.provider_id, a.locality, a.status, a.user_minutes_week,
        a.carer_minutes_week, (a.offered_at at time zone 'Europe/London')::date as offered_on
    from placements.award a where a.offered_at is not null;

-- Which placements a provider handed back, and when it said so.
create view placements.report_handback as
    select n.placement_id, n.given_on, n.ends_on, n.handback from placements.notice n where n.reason = 'HANDBACK';
