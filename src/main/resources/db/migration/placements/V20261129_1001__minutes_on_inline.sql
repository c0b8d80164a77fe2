drop function placements.minutes_on(uuid, date);

-- User and carer minutes a week that a placement owes by the calls of a day; of a day before it began those of its first: always one row.
create function placements.minutes_on(placement uuid, day date) returns table (user_minutes int, carer_minutes int)
language sql stable rows 1 as $$
    select coalesce(sum(c.minutes * length(c.days)), 0)::int, coalesce(sum(c.minutes * length(c.days) * c.workers), 0)::int
    from placements.placement p
    join placements.placement_line l on l.placement_id = p.id
    join carepackages.report_call_line c on c.call_line_id = l.call_line_id
    cross join lateral (select least(greatest(day, p.agreed_start), p.ended_on - 1) as day) asked
    where p.id = placement and coalesce(c.from_on, '-infinity') <= asked.day and coalesce(c.until_on, 'infinity') > asked.day
$$;
