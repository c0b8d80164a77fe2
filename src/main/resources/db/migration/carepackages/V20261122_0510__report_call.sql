-- The calls of each package as they stand: what has to be given, when in the day, and by how many workers at once.
create view carepackages.report_call as
    select l.id as call_line_id, l.care_package_id, p.ref as package_ref, p.locality, l.band, l.workers,
        l.minutes * length(l.days) as user_minutes_week
    from carepackages.call_line l join carepackages.care_package p on p.id = l.care_package_id
    where l.superseded_at is null;
