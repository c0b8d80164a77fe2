-- All that /packages?status=LIVE asks of the database for a signed-in broker: whose session it is, the rows, the patches to filter by.
select a.id, a.name, a.organisation_id, o.name as organisation_name, a.team_id, a.approval_limit,
       array(select r.role from identity.account_role r where r.account_id = a.id) as roles,
       coalesce(u.number, 0) as unread,
       s.seen_at < clock_timestamp() - interval '1 minute' as stale
from identity.signed_in s
join identity.account a on a.id = s.account_id
join identity.organisation o on o.id = a.organisation_id
left join identity.unread u on u.account_id = a.id
where s.token_hash = (select token_hash from identity.signed_in limit 1) and a.status = 'ACTIVE' and s.ends_at > clock_timestamp()
  and s.seen_at > clock_timestamp() - make_interval(secs => 1800);
select c.id, c.ref, case when c.team_id = null::uuid then c.person_id end as person, c.locality, c.status,
    m.user_minutes as user_minutes_week, m.carer_minutes as carer_minutes_week, c.approved_at, c.changed_at
from carepackages.care_package c
cross join lateral carepackages.minutes_on(c.id, current_date) m
where c.approved_at is not null and c.status = 'LIVE'
order by c.changed_at desc, c.id desc limit 26;
select code, name_en, name_cy from areas.locality where retired_at is null order by name_en;
