-- The first day on which somebody else is to care, of packages whose provider leaves or left while care is still needed.
create view placements.report_needed_from as
    select p.care_package_id, max(coalesce(p.ended_on, n.ends_on)) as needed_from
    from placements.placement p left join placements.notice n on n.placement_id = p.id
    where p.status = 'NOTICE_GIVEN' and n.reason in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER')
       or p.status = 'ENDED' and p.end_reason in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER')
    group by p.care_package_id;
