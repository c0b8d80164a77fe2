-- Working days after the day of the request, up to the day on which it counts; of those that wait up to today, and only once
-- they are late.
select case when v.kinds && array['DECREASE', 'DOUBLE_UP_OFF'] and not v.kinds && array['INCREASE'] then 'DECREASES_IN_TIME'
        else 'CHANGES_IN_TIME' end as measure,
    v.package_ref as ref, v.locality, v.provider_id, v.person_key, 1 as cases, case when d.days <= 3 then 1 else 0 end as met,
    0 as user_minutes, 0 as carer_minutes, d.days
from placements.report_variation_known(:known) v
cross join lateral (
    select count(*)::int as days
    from generate_series((v.requested_at at time zone 'Europe/London')::date + 1,
        case when v.agreed then v.effective_on else cast(:today as date) end, interval '1 day') g (day)
    where extract(isodow from g.day) < 6 and g.day::date <> all (cast(:holidays as date[]))) d
where v.requested_at >= cast(:from as date)::timestamp at time zone 'Europe/London'
  and v.requested_at < cast(:end as date)::timestamp at time zone 'Europe/London'
  and (v.agreed or v.waits and d.days > 3)
  and not v.kinds && array['END', 'TRANSFER']
