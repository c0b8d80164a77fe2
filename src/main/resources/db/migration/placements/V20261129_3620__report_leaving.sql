-- Which packages providers leave while care is still needed. Moved: a commissioner moves them to others as a group; as long as one of
-- them is still there, the provider takes no new work at all.
create view placements.report_leaving as
    select p.provider_id, p.care_package_id, i.placement_id is not null as moved
    from placements.placement p
    join placements.award a on a.id = p.award_id
    left join placements.notice n on n.placement_id = p.id
    left join placements.transfer_placement i on i.placement_id = p.id
    where p.status = 'NOTICE_GIVEN' and n.reason in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER')
       or p.status = 'PENDING_START' and a.revocation_asked_at is not null and i.placement_id is not null;
