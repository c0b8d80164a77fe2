-- What was commissioned and what was planned of each placement in each period from one day up to another (unit: week or
-- month; whole periods alone), in minutes. Commissioned: a seventh of the weekly minutes for each day on which they are in force
-- and on which the person was not away from midnight to midnight; rounded once for a placement and period. Planned: the calls
-- that fall on the days without those that are suspended. Days from the last argument on do not count; none counts all.
-- Weekdays are counted from a Monday, 1 January 2001.
create function placements.report_commissioned(first date, beyond date, unit text, until_on date)
returns table (starts_on date, placement_id uuid, care_package_id uuid, package_ref text, person_key uuid, provider_id uuid,
    locality text, commissioned_user bigint, commissioned_carer bigint, planned_user bigint, planned_carer bigint)
language sql stable as $$
    with period as (
        select s::date as starts_on, least((s + ('1 ' || unit)::interval)::date, until_on) as ends_on
        from generate_series(date_trunc(unit, first::timestamp), beyond::timestamp - interval '1 day', ('1 ' || unit)::interval) s
        where s >= first and (until_on is null or s < until_on)
    ), call as (
        select p.starts_on, d.placement_id, d.care_package_id, d.package_ref, d.person_key, d.provider_id, d.locality, d.minutes,
            d.workers, d.days, c.a, c.b
        from placements.report_due_call d
        join period p on d.from_on < p.ends_on and (d.until_on is null or d.until_on > p.starts_on)
        cross join lateral (select greatest(d.from_on, p.starts_on) as a, least(d.until_on, p.ends_on) as b) c
    ), agreed as (
        select c.starts_on, c.placement_id, c.care_package_id, c.package_ref, c.person_key, c.provider_id, c.locality,
            round(sum(c.minutes * length(c.days) * (c.b - c.a - away.days)) / 7.0)::bigint as commissioned_user,
            round(sum(c.minutes * c.workers * length(c.days) * (c.b - c.a - away.days)) / 7.0)::bigint as commissioned_carer,
            sum(c.minutes * falls.times)::bigint as planned_user, sum(c.minutes * c.workers * falls.times)::bigint as planned_carer
        from call c
        left join carepackages.report_days_away w on w.care_package_id = c.care_package_id
        cross join lateral (
            select coalesce(sum(upper(part.days) - lower(part.days)), 0)::int as days
            from unnest(w.days * datemultirange(daterange(c.a, c.b))) part (days)) away
        cross join lateral (
            select sum((c.b - date '2001-01-01' + 7 - weekday::int) / 7 - (c.a - date '2001-01-01' + 7 - weekday::int) / 7) as times
            from unnest(string_to_array(c.days, null)) weekday) falls
        group by c.starts_on, c.placement_id, c.care_package_id, c.package_ref, c.person_key, c.provider_id, c.locality
    ), suspended as (
        select date_trunc(unit, s.day::timestamp)::date as starts_on, s.placement_id, sum(s.minutes) as user_minutes,
            sum(s.minutes * s.workers) as carer_minutes
        from placements.report_suspended_call(first, (beyond::timestamp + ('1 ' || unit)::interval)::date) s
        where until_on is null or s.day < until_on
        group by 1, 2
    )
    select a.starts_on, a.placement_id, a.care_package_id, a.package_ref, a.person_key, a.provider_id, a.locality,
        a.commissioned_user, a.commissioned_carer, a.planned_user - coalesce(s.user_minutes, 0),
        a.planned_carer - coalesce(s.carer_minutes, 0)
    from agreed a left join suspended s using (starts_on, placement_id)
$$;

-- The same as before, with where and whose.
create or replace view placements.report_variation as
    select v.ref, v.package_ref, v.care_package_id, v.provider_id, v.team_id, v.kinds, v.status, v.by_provider, v.requested_at,
        v.agreed_at, v.from_on, v.until_on, greatest(v.from_on, (v.agreed_at at time zone 'Europe/London')::date) as effective_on,
        v.user_minutes_before, v.user_minutes_after, v.carer_minutes_before, v.carer_minutes_after, p.locality,
        p.person_id as person_key
    from placements.variation v join placements.placement p on p.id = v.placement_id;
