-- Taken: it is the council that takes this package from the provider, alone or with a group. It would not be given back to it.
create or replace view placements.report_leaving as
    select p.provider_id, p.care_package_id, i.placement_id is not null as moved,
        i.placement_id is not null or n.reason in ('PROVIDER_FAILURE', 'TRANSFER') as taken
    from placements.placement p
    join placements.award a on a.id = p.award_id
    left join placements.notice n on n.placement_id = p.id
    left join placements.transfer_placement i on i.placement_id = p.id
    where p.status = 'NOTICE_GIVEN' and n.reason in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER')
       or p.status = 'PENDING_START' and a.revocation_asked_at is not null and i.placement_id is not null;

-- Whom an advert is not there for: whom the person will not have, and from whom the council takes the care for that person.
create or replace view placements.report_not_shown as
    select care_package_id, provider_id from carepackages.report_refusal
    union all
    select care_package_id, provider_id from placements.report_leaving where taken;
