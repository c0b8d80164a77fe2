-- For the lists of the rooms that find care: which packages are where, since when they wait and who covers now.
-- The last two are asked row by row, so filter and limit before reading them.
create view carepackages.report_sourcing as
    select p.id as care_package_id, p.ref as package_ref, p.status, p.locality, p.user_minutes_week, p.carer_minutes_week,
        (select min(e.effective_at) from carepackages.status_event e
            where e.care_package_id = p.id and e.status = 'APPROVED') as waiting_since,
        coalesce((select e.cover from carepackages.cover_event e
            where e.care_package_id = p.id and e.effective_at <= now()
            order by e.effective_at desc, e.id desc limit 1), 'NONE') as cover
    from carepackages.care_package p
    where p.status not in ('DRAFT', 'SUBMITTED', 'RETURNED');
