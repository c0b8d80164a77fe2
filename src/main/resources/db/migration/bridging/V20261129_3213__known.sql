-- What was given by bridging, and who was bridged, as it was known at a moment.
create function bridging.report_day_known(known timestamptz)
returns table (day date, locality text, person_key uuid, care_package_id uuid, user_minutes int, carer_minutes int, enablement_minutes_displaced int)
language sql stable as $$
    select a.day, e.locality, e.person_id, e.care_package_id, a.user_minutes, a.carer_minutes, a.enablement_minutes_displaced
    from bridging.actual a join bridging.episode e on e.id = a.episode_id
    where a.recorded_at <= known and (a.superseded_at is null or a.superseded_at > known)
$$;
create function bridging.report_episode_known(known timestamptz)
returns table (id uuid, care_package_id uuid, locality text, started_on date, ended_on date)
language sql stable as $$
    select e.id, e.care_package_id, e.locality, e.started_on, case when e.ended_at <= known then e.ended_on end
    from bridging.episode e
    where e.status in ('ACTIVE', 'ENDED') and e.answered_at <= known
$$;
