-- A package bridged twice on a day: each episode has its own minutes.
drop function bridging.report_day_known(timestamptz);
create function bridging.report_day_known(known timestamptz)
returns table (episode_id uuid, day date, locality text, person_key uuid, care_package_id uuid, user_minutes int, carer_minutes int,
    enablement_minutes_displaced int)
language sql stable as $$
    select e.id, a.day, e.locality, e.person_id, e.care_package_id, a.user_minutes, a.carer_minutes, a.enablement_minutes_displaced
    from bridging.actual a join bridging.episode e on e.id = a.episode_id
    where a.recorded_at <= known and (a.superseded_at is null or a.superseded_at > known)
$$;
