-- Bridging that was accepted for a later day and ended before it: nobody was bridged, and its hours are free.
create function bridging.begun(started_on date, ended_at timestamptz) returns boolean language sql stable as $$
    select ended_at is null or (ended_at at time zone 'Europe/London')::date >= started_on
$$;
create or replace function bridging.report_episode_known(known timestamptz)
returns table (id uuid, care_package_id uuid, locality text, started_on date, ended_on date)
language sql stable as $$
    select e.id, e.care_package_id, e.locality, e.started_on, case when e.ended_at <= known then e.ended_on end
    from bridging.episode e
    where e.status in ('ACTIVE', 'ENDED') and e.answered_at <= known and (e.ended_at > known or bridging.begun(e.started_on, e.ended_at))
$$;
