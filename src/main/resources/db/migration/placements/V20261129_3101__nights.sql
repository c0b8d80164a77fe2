-- As before, with nights that end on the next day.
create or replace function placements.report_calls_on(first date, last date)
returns table (day date, placement_id uuid, care_package_id uuid, package_ref text, person_key uuid, provider_id uuid, locality text,
    call_line_id uuid, "position" int, band text, window_from time, window_to time, minutes int, workers int, tier text,
    short_reason text, time_critical boolean, suspended boolean)
language sql stable as $$
    select d.day::date, c.placement_id, c.care_package_id, c.package_ref, c.person_key, c.provider_id, c.locality, c.call_line_id,
        c.position, c.band, c.window_from, c.window_to, c.minutes, c.workers, c.tier, c.short_reason, c.time_critical,
        exists (select from carepackages.report_not_due n where n.care_package_id = c.care_package_id
            and n.from_at < carepackages.moment_of(d.day::date, c.band, coalesce(c.window_to, carepackages.band_end(c.band)))
            and coalesce(n.until_at, 'infinity') >
                carepackages.moment_of(d.day::date, c.band, coalesce(c.window_from, carepackages.band_start(c.band))))
    from placements.report_due_call c
    cross join lateral generate_series(greatest(c.from_on, first), least(c.until_on - 1, last), interval '1 day') as d(day)
    where position(extract(isodow from d.day)::text in c.days) > 0
$$;

create or replace function placements.report_suspended_call(first date, last date)
returns table (day date, placement_id uuid, care_package_id uuid, package_ref text, provider_id uuid, locality text, call_line_id uuid,
    minutes int, workers int)
language sql stable as $$
    select distinct d.day::date, c.placement_id, c.care_package_id, c.package_ref, c.provider_id, c.locality, c.call_line_id,
        c.minutes, c.workers
    from carepackages.report_not_due n
    join placements.report_due_call c on c.care_package_id = n.care_package_id
    cross join lateral generate_series(
        greatest(c.from_on, first, (n.from_at at time zone 'Europe/London')::date - case c.band when 'NIGHT' then 1 else 0 end),
        least(c.until_on - 1, last, (n.until_at at time zone 'Europe/London')::date), interval '1 day') as d(day)
    where position(extract(isodow from d.day)::text in c.days) > 0
      and n.from_at < carepackages.moment_of(d.day::date, c.band, coalesce(c.window_to, carepackages.band_end(c.band)))
      and coalesce(n.until_at, 'infinity') >
        carepackages.moment_of(d.day::date, c.band, coalesce(c.window_from, carepackages.band_start(c.band)))
$$;
comment on column placements.variation_line.window_to is 'plain: the call begins no later; at night, up to 06:00 is on the next day';
