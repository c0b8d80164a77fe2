-- What providers give today, by the calls of today: a change of care counts from its day on, and the week of the award is no longer it.
create or replace view placements.report_running as
    select p.provider_id, p.locality, sum(m.user_minutes)::int as user_minutes_week,
        round(sum(placements.rate_on(p.id, p.rate, carepackages.today()) * m.carer_minutes) / sum(m.carer_minutes), 2) as rate
    from placements.placement p cross join lateral placements.minutes_on(p.id, carepackages.today()) m where p.status = 'LIVE'
    group by p.provider_id, p.locality having sum(m.carer_minutes) > 0;
comment on column placements.placement.user_minutes_week is 'plain: what the person was to receive when it was awarded, a week; later days by the call lines';
comment on column placements.placement.carer_minutes_week is 'plain: what workers were to spend when it was awarded, a week; later days by the call lines';
