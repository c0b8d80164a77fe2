-- What was commissioned in each month, as report_commissioned says it, but as it was known at a moment; for all measures, so that
-- what is known now is worked out in the same way. Without the planned calls, and only of what touches the months asked for. In
-- plpgsql because it is planned once for a connection: planning took as long as working it out.
create function placements.report_commissioned_known(first date, beyond date, until_on date, known timestamptz)
returns table (starts_on date, care_package_id uuid, package_ref text, person_key uuid, provider_id uuid, locality text,
    commissioned_user bigint, commissioned_carer bigint)
language plpgsql stable as $$
#variable_conflict use_column
declare
    lo date := (date_trunc('month', (first - 1)::timestamp) + interval '1 month')::date;
    hi date := least((date_trunc('month', (beyond - 1)::timestamp) + interval '1 month')::date, until_on);
begin
    if lo >= hi then return; end if;
    return query
    with placed as (
        select p.*, least(p.agreed_start, (p.first_visit_at at time zone 'Europe/London')::date) as begins_on
        from placements.report_placement_known(known) p
        where coalesce(p.ended_on, 'infinity') > lo
    ), due as materialized (
        select p.id, p.care_package_id, p.package_ref, p.person_key, p.provider_id, p.locality, c.minutes * length(c.days) as minutes,
            c.workers, greatest(c.from_on, p.begins_on, lo) as from_on, least(c.until_on, p.ended_on, hi) as until_on
        from placed p
        join placements.placement_line l on l.placement_id = p.id
        join carepackages.report_call_line_known(known) c on c.call_line_id = l.call_line_id
        where greatest(c.from_on, p.begins_on, lo) < least(c.until_on, p.ended_on, hi)
    ), agreed as (
        select s.month::date as month, d.id, d.care_package_id, d.package_ref, d.person_key, d.provider_id, d.locality,
            sum(d.minutes * n.days) as user_days, sum(d.minutes * d.workers * n.days) as carer_days
        from due d
        cross join lateral generate_series(date_trunc('month', d.from_on::timestamp), d.until_on::timestamp - interval '1 day', '1 month') s (month)
        cross join lateral (select least(d.until_on, (s.month + interval '1 month')::date) - greatest(d.from_on, s.month::date) as days) n
        group by 1, 2, 3, 4, 5, 6, 7
    ), gone as (
        select n.care_package_id, range_agg(daterange(n.from_on, n.until_on)) as days
        from (
            select w.care_package_id, greatest(lo, (w.from_at at time zone 'Europe/London')::date
                    + case when (w.from_at at time zone 'Europe/London')::time > time '00:00' then 1 else 0 end) as from_on,
                least(hi, (w.until_at at time zone 'Europe/London')::date) as until_on
            from carepackages.report_not_due_known(known) w
            where w.from_at < (hi::timestamp at time zone 'Europe/London')
              and coalesce(w.until_at, 'infinity') > (lo::timestamp at time zone 'Europe/London')) n
        where n.from_on < n.until_on
        group by n.care_package_id
    ), away as (
        select s.month::date as month, d.id, sum(d.minutes * n.days) as user_days, sum(d.minutes * d.workers * n.days) as carer_days
        from gone w
        join due d on d.care_package_id = w.care_package_id
        cross join lateral unnest(w.days) stay (days)
        cross join lateral (select greatest(d.from_on, lower(stay.days)) as a, least(d.until_on, upper(stay.days)) as b) part
        cross join lateral generate_series(date_trunc('month', part.a::timestamp), part.b::timestamp - interval '1 day', '1 month') s (month)
        cross join lateral (select least(part.b, (s.month + interval '1 month')::date) - greatest(part.a, s.month::date) as days) n
        where part.a < part.b
        group by 1, 2
    )
    select a.month, a.care_package_id, a.package_ref, a.person_key, a.provider_id, a.locality,
        round((a.user_days - coalesce(w.user_days, 0)) / 7.0)::bigint, round((a.carer_days - coalesce(w.carer_days, 0)) / 7.0)::bigint
    from agreed a left join away w on w.id = a.id and w.month = a.month;
end $$;
