-- What matching may know of providers' present care: how much, where and at which rate, how soon they start, and whom they
-- know by the package alone.
create view placements.report_running as
    select p.provider_id, p.locality, sum(p.user_minutes_week)::int as user_minutes_week,
        round(sum(placements.rate_on(p.id, p.rate, current_date) * p.carer_minutes_week) / sum(p.carer_minutes_week), 2) as rate
    from placements.placement p where p.status = 'LIVE'
    group by p.provider_id, p.locality;

-- One in four of the starts within twelve months came this soon after acceptance; fewer than four say nothing.
create view placements.report_lead as
    select p.provider_id, count(*)::int as starts,
        percentile_disc(0.25) within group (order by (p.first_visit_at at time zone 'Europe/London')::date
            - (p.accepted_at at time zone 'Europe/London')::date) as days
    from placements.placement p
    where p.first_visit_at > now() - interval '12 months' and p.first_visit_at <= now()
    group by p.provider_id having count(*) >= 4;

-- Who looks after the package's person, or did so within twelve months.
create view placements.report_known as
    select distinct c.id as care_package_id, p.provider_id
    from carepackages.care_package c
    join placements.placement p on p.person_id = c.person_id
    where p.first_visit_at is not null
      and (p.ended_on is null or p.ended_on > (now() at time zone 'Europe/London')::date - interval '12 months');
