-- What was commissioned and what was planned of each placement in each period from one day up to another (unit: week or
-- month; whole periods alone), in minutes. Commissioned: a seventh of the weekly minutes for each day on which they are in force
-- and on which the person was not away from midnight to midnight; rounded once for a placement and period. Planned: the calls
-- that fall on the days without those that are suspended. Days from the last argument on do not count; none counts all.
-- Days of the week come round every seven days; those of the days left over are taken out of two weeks written one after the other.
create function placements.report_commissioned(first date, beyond date, unit text, until_on date)
returns table (starts_on date, placement_id uuid, care_package_id uuid, package_ref text, person_key uuid, provider_id uuid,
    locality text, commissioned_user bigint, commissioned_carer bigint, planned_user bigint, planned_carer bigint)
language sql stable as $$
    with asked as (
        select ('1 ' || unit)::interval as step, (date_trunc(unit, (first - 1)::timestamp) + ('1 ' || unit)::interval)::date as lo,
            least((date_trunc(unit, (beyond - 1)::timestamp) + ('1 ' || unit)::interval)::date, until_on) as hi
    ), call as (
        select s::date as starts_on, d.placement_id, d.care_package_id, d.package_ref, d.person_key, d.provider_id, d.locality, d.minutes,
            d.workers, d.days, greatest(d.from_on, s::date) as a, least(d.until_on, (s + k.step)::date, k.hi) as b
        from asked k
        join placements.report_due_call d on d.from_on < k.hi and (d.until_on is null or d.until_on > k.lo)
        cross join lateral generate_series(date_trunc(unit, greatest(d.from_on, k.lo)::timestamp),
            least(d.until_on, k.hi)::timestamp - interval '1 day', k.step) s
        where s >= k.lo
    ), agreed as (
        select c.starts_on, c.placement_id, c.care_package_id, c.package_ref, c.person_key, c.provider_id, c.locality,
            sum(c.minutes * length(c.days) * (c.b - c.a)) as user_days, sum(c.minutes * c.workers * length(c.days) * (c.b - c.a)) as carer_days,
            sum(c.minutes * falls.times) as planned_user, sum(c.minutes * c.workers * falls.times) as planned_carer
        from call c
        cross join lateral (select length(c.days) * ((c.b - c.a) / 7 + 1) - length(translate(c.days,
            substr('12345671234567', (c.a - date '2001-01-01') % 7 + 1, (c.b - c.a) % 7), '')) as times) falls
        group by c.starts_on, c.placement_id, c.care_package_id, c.package_ref, c.person_key, c.provider_id, c.locality
    ), away as (
        select s::date as starts_on, d.placement_id, sum(d.minutes * length(d.days) * n.days) as user_days,
            sum(d.minutes * d.workers * length(d.days) * n.days) as carer_days
        from asked k
        cross join carepackages.report_days_away w
        cross join lateral unnest(w.days) stay (days)
        join placements.report_due_call d on d.care_package_id = w.care_package_id
        cross join lateral (select greatest(d.from_on, lower(stay.days), k.lo) as a, least(d.until_on, upper(stay.days), k.hi) as b) part
        cross join lateral generate_series(date_trunc(unit, part.a::timestamp), part.b::timestamp - interval '1 day', k.step) s
        cross join lateral (select least(part.b, (s + k.step)::date) - greatest(part.a, s::date) as days) n
        where part.a < part.b
        group by 1, 2
    ), suspended as (
        select date_trunc(unit, s.day::timestamp)::date as starts_on, s.placement_id, sum(s.minutes) as user_minutes,
            sum(s.minutes * s.workers) as carer_minutes
        from placements.report_suspended_call(first, (beyond::timestamp + ('1 ' || unit)::interval)::date) s
        where until_on is null or s.day < until_on
        group by 1, 2
    )
    select a.starts_on, a.placement_id, a.care_package_id, a.package_ref, a.person_key, a.provider_id, a.locality,
        round((a.user_days - coalesce(w.user_days, 0)) / 7.0)::bigint, round((a.carer_days - coalesce(w.carer_days, 0)) / 7.0)::bigint,
        a.planned_user - coalesce(s.user_minutes, 0), a.planned_carer - coalesce(s.carer_minutes, 0)
    from agreed a left join suspended s using (starts_on, placement_id) left join away w using (starts_on, placement_id)
$$;

-- The same as before, with where and whose.
create or replace view placements.report_variation as
    select v.ref, v.package_ref, v.care_package_id, v.provider_id, v.team_id, v.kinds, v.status, v.by_provider, v.requested_at,
        v.agreed_at, v.from_on, v.until_on, greatest(v.from_on, (v.agreed_at at time zone 'Europe/London')::date) as effective_on,
        v.user_minutes_before, v.user_minutes_after, v.carer_minutes_before, v.carer_minutes_after, p.locality,
        p.person_id as person_key
    from placements.variation v join placements.placement p on p.id = v.placement_id;
