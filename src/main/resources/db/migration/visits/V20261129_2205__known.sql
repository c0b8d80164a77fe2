-- Visits of the days from one up to another as they were known at a moment: what was recorded later is not there, what was put
-- right later still stands.
create function visits.report_visit_known(known timestamptz, first date, beyond date)
returns table (placement_id uuid, care_package_id uuid, provider_id uuid, kind text, locality text, person_key uuid, user_minutes int,
    carer_minutes int)
language sql stable as $$
    select v.placement_id, v.care_package_id, v.provider_id, v.kind, v.locality, v.person_id, v.user_minutes, v.carer_minutes
    from visits.visit v
    where v.visit_date >= first and v.visit_date < beyond and v.status in ('DELIVERED', 'UNPLANNED')
      and v.recorded_at <= known and (v.superseded_at is null or v.superseded_at > known)
$$;
