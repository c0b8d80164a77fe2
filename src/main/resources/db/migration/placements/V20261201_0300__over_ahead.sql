-- From which day on a placement that goes on is certain to be over, by what is agreed today. A notice after which nobody needs the care:
-- on its day, and if the person has then gone, all who share the care. One after which it is still needed: on its day or later, once
-- others are agreed for every call of the package, the council's own team is, or a commissioner has signed. Whoever is only being asked
-- makes nothing certain: then the provider goes on. As placements.Departure decides it when the day has come.
create or replace view placements.report_over_on as
    with leaving as (
        select p.id, p.care_package_id, n.reason, n.ends_on, (n.risk_at at time zone 'Europe/London')::date as signed_on
        from placements.placement p join placements.notice_in_force n on n.placement_id = p.id
        where p.status = 'NOTICE_GIVEN'
    )
    select o.placement_id, min(o.over_on) as over_on
    from (
        select l.id as placement_id, l.ends_on as over_on from leaving l
        where l.reason not in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER')
        union all
        select p.id, l.ends_on
        from leaving l join placements.placement p on p.care_package_id = l.care_package_id
        where l.reason in ('CARE_HOME', 'MOVED') and p.status in ('PENDING_START', 'LIVE', 'NOTICE_GIVEN')
        union all
        select l.id, greatest(l.ends_on, least(l.signed_on, others.from_on, team.from_on))
        from leaving l
        cross join lateral (
            select case when bool_and(h.from_on is not null) then max(h.from_on) end as from_on
            from carepackages.report_call_line c
            left join lateral (
                select case when p.first_visit_at is null then p.agreed_start else date '-infinity' end as from_on
                from placements.placement_line s join placements.placement p on p.id = s.placement_id
                where s.call_line_id = c.call_line_id and s.standing and p.status in ('PENDING_START', 'LIVE')) h on true
            where c.care_package_id = l.care_package_id
              and greatest(c.from_on, l.ends_on) < coalesce(c.until_on, 'infinity')) others
        left join lateral (
            select case when v.cover = 'BRIDGING' then (v.effective_at at time zone 'Europe/London')::date end as from_on
            from carepackages.report_cover v where v.care_package_id = l.care_package_id
            order by v.effective_at desc, v.id desc limit 1) team on true
        where l.reason in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER')
          and coalesce(l.signed_on, others.from_on, team.from_on) is not null) o
    group by o.placement_id;
comment on view placements.report_over_on is 'First day without care, of placements whose end is certain and has not come.';

-- The same as it was known at a moment.
create function placements.report_over_known(known timestamptz) returns table (placement_id uuid, over_on date)
language sql stable as $$
    with going as materialized (
        select p.id, p.care_package_id, p.agreed_start, p.first_visit_at, n.reason,
            coalesce(case when r.earlier then n.asked_on end, n.ends_on) as ends_on, (r.at at time zone 'Europe/London')::date as signed_on
        from placements.report_placement_known(known) p
        left join placements.notice n on n.placement_id = p.id and n.at <= known
        left join placements.risk_decision r on r.placement_id = p.id and r.at <= known
        where p.ended_on is null
    ), leaving as (
        select * from going where reason is not null
    )
    select o.placement_id, min(o.over_on)
    from (
        select l.id as placement_id, l.ends_on as over_on from leaving l
        where l.reason not in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER')
        union all
        select p.id, l.ends_on from leaving l join going p on p.care_package_id = l.care_package_id
        where l.reason in ('CARE_HOME', 'MOVED')
        union all
        select l.id, greatest(l.ends_on, least(l.signed_on, others.from_on, team.from_on))
        from leaving l
        cross join lateral (
            select case when bool_and(h.from_on is not null) then max(h.from_on) end as from_on
            from carepackages.report_call_line_known(known) c
            left join lateral (
                select min(case when p.first_visit_at is null then p.agreed_start else date '-infinity' end) as from_on
                from placements.placement_line s join going p on p.id = s.placement_id
                where s.call_line_id = c.call_line_id and p.reason is null) h on true
            where c.care_package_id = l.care_package_id
              and greatest(c.from_on, l.ends_on) < coalesce(c.until_on, 'infinity')) others
        left join lateral (
            select case when v.cover = 'BRIDGING' then (v.effective_at at time zone 'Europe/London')::date end as from_on
            from carepackages.report_cover v where v.care_package_id = l.care_package_id and v.recorded_at <= known
            order by v.effective_at desc, v.id desc limit 1) team on true
        where l.reason in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER')
          and coalesce(l.signed_on, others.from_on, team.from_on) is not null) o
    group by o.placement_id
$$;

-- Which calls a placement owes from which day to which, as before; none from a day on which it is certain to be over.
create or replace view placements.report_due_call as
    select d.* from (
        select p.id as placement_id, p.ref as placement_ref, p.package_ref, p.care_package_id, p.person_id as person_key,
            p.provider_id, p.locality, c.call_line_id, c.position, c.days, c.band,
            coalesce(l.window_from, c.window_from) as window_from, coalesce(l.window_to, c.window_to) as window_to,
            c.minutes, c.workers, c.time_critical, c.tier, c.short_reason,
            greatest(c.from_on, least(p.agreed_start, (p.first_visit_at at time zone 'Europe/London')::date)) as from_on,
            least(c.until_on, p.ended_on, o.over_on) as until_on
        from placements.placement p
        join placements.placement_line l on l.placement_id = p.id
        join carepackages.report_call_line c on c.call_line_id = l.call_line_id
        left join placements.report_over_on o on o.placement_id = p.id
        where p.status <> 'REVOKED') d
    where d.until_on is null or d.from_on < d.until_on;

-- What was commissioned as it was known at a moment, as before; nothing from a day on which care was known to be over.
create or replace function placements.report_commissioned_known(first date, beyond date, until_on date, known timestamptz)
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
        select p.*, least(p.agreed_start, (p.first_visit_at at time zone 'Europe/London')::date) as begins_on,
            least(p.ended_on, o.over_on) as over_on
        from placements.report_placement_known(known) p
        left join placements.report_over_known(known) o on o.placement_id = p.id
        where coalesce(least(p.ended_on, o.over_on), 'infinity') > lo
    ), due as materialized (
        select p.id, p.care_package_id, p.package_ref, p.person_key, p.provider_id, p.locality, c.minutes * length(c.days) as minutes,
            c.workers, greatest(c.from_on, p.begins_on, lo) as from_on, least(c.until_on, p.over_on, hi) as until_on
        from placed p
        join placements.placement_line l on l.placement_id = p.id
        join carepackages.report_call_line_known(known) c on c.call_line_id = l.call_line_id
        where greatest(c.from_on, p.begins_on, lo) < least(c.until_on, p.over_on, hi)
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
