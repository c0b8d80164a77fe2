-- A notice after which nobody needs the care is over on its day, whatever happens until then; after others the provider goes on
-- until somebody else is there.
create view placements.report_over_on as
    select p.id as placement_id, n.ends_on as over_on
    from placements.placement p join placements.notice_in_force n on n.placement_id = p.id
    where p.status = 'NOTICE_GIVEN' and n.reason not in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER');
comment on view placements.report_over_on is 'First day without care, of placements whose end is certain and has not come.';
