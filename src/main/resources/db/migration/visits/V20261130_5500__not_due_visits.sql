-- Visits of the days from one up to another that were recorded as delivered though the person was away or had died, as both were
-- known at a moment. They are in the hours delivered until somebody puts them, or the stay, right: a report says how many. In plpgsql
-- because it is planned once for a connection, whatever is asked: over years of months, planning takes longer than looking.
create function visits.report_not_due_visit(known timestamptz, first date, beyond date)
returns table (visit_date date, care_package_id uuid, provider_id uuid, kind text, locality text, person_key uuid, user_minutes int,
    carer_minutes int)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
    return query
    select v.visit_date, v.care_package_id, v.provider_id, v.kind, v.locality, v.person_id, v.user_minutes, v.carer_minutes
    from (
        select distinct v.* from carepackages.report_not_due_known(known) n
        cross join lateral (
            select v.id, v.visit_date, v.care_package_id, v.provider_id, v.kind, v.locality, v.person_id, v.user_minutes, v.carer_minutes
            from visits.visit v
            where v.care_package_id = n.care_package_id
              and v.visit_date >= greatest(first, (n.from_at at time zone 'Europe/London')::date) and v.visit_date < beyond
              and v.visit_date <= coalesce((n.until_at at time zone 'Europe/London')::date, 'infinity')
              and v.actual_start > n.from_at and (n.until_at is null or v.actual_start < n.until_at)
              and v.status in ('DELIVERED', 'UNPLANNED')
              and v.recorded_at <= known and (v.superseded_at is null or v.superseded_at > known)
            -- Looked up for each stay, never all visits beside all stays.
            offset 0) v
        where n.from_at < (beyond::timestamp at time zone 'Europe/London')
          and (n.until_at is null or n.until_at > (first::timestamp at time zone 'Europe/London'))) v;
end $$;
