-- The query of /packages?status=LIVE for a broker, as the page asks it.
select c.id, c.ref, case when c.team_id = null::uuid then c.person_id end as person, c.locality, c.status,
    c.user_minutes_week, c.carer_minutes_week, c.approved_at, c.changed_at
from carepackages.care_package c
where c.approved_at is not null and c.status = 'LIVE'
order by c.changed_at desc, c.id desc limit 26;
