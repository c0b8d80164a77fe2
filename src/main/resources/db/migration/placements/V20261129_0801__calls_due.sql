-- Which calls a placement owes from which day to which: half open. The windows are the agreed ones. Nothing is owed before
-- the agreed first day, or the first visit if that was sooner, nor from the first day without care on.
create view placements.report_due_call as
    select d.* from (
        select p.id as placement_id, p.ref as placement_ref, p.package_ref, p.care_package_id, p.person_id as person_key,
            p.provider_id, p.locality, c.call_line_id, c.position, c.days, c.band,
            coalesce(l.window_from, c.window_from) as window_from, coalesce(l.window_to, c.window_to) as window_to,
            c.minutes, c.workers, c.time_critical, c.tier, c.short_reason,
            greatest(c.from_on, least(p.agreed_start, (p.first_visit_at at time zone 'Europe/London')::date)) as from_on,
            least(c.until_on, p.ended_on) as until_on
        from placements.placement p
        join placements.placement_line l on l.placement_id = p.id
        join carepackages.report_call_line c on c.call_line_id = l.call_line_id
        where p.status <> 'REVOKED') d
    where d.until_on is null or d.from_on < d.until_on;

-- User and carer minutes a week that a placement owes by the calls of a day; of a day before it began those of its first.
create function placements.minutes_on(placement uuid, day date, out user_minutes int, out carer_minutes int)
language sql stable as $$
    select coalesce(sum(c.minutes * length(c.days)), 0)::int, coalesce(sum(c.minutes * length(c.days) * c.workers), 0)::int
    from placements.placement p
    join placements.placement_line l on l.placement_id = p.id
    join carepackages.report_call_line c on c.call_line_id = l.call_line_id
    cross join lateral (select least(greatest(day, p.agreed_start), p.ended_on - 1) as day) asked
    where p.id = placement and coalesce(c.from_on, '-infinity') <= asked.day and coalesce(c.until_on, 'infinity') > asked.day
$$;
