-- Nine copies of each approved package that the list may show, each with a reference of its own.
insert into carepackages.care_package (id, ref, person_id, team_id, author_id, status, locality, start_earliest, start_latest,
    user_minutes_week, carer_minutes_week, approved_at, changed_at, version)
select uuidv7(), c.ref || '/' || n, c.person_id, c.team_id, c.author_id, c.status, c.locality, c.start_earliest, c.start_latest,
    c.user_minutes_week, c.carer_minutes_week, c.approved_at, c.changed_at - make_interval(secs => n), 0
from carepackages.care_package c cross join generate_series(1, 9) n
where c.approved_at is not null;
analyze carepackages.care_package;
