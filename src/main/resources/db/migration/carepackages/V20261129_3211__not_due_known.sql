-- From when until when no care was due, as it was known at a moment: told by then, and back when it was promised by then.
create function carepackages.report_not_due_known(known timestamptz)
returns table (care_package_id uuid, from_at timestamptz, until_at timestamptz)
language sql stable as $$
    select a.care_package_id, a.away_at,
        case when promised.any then (select p.back_at from carepackages.absence_promise p where p.absence_id = a.id and p.at <= known
            order by p.id desc limit 1) else a.back_at end
    from carepackages.absence a
    cross join lateral (select exists (select from carepackages.absence_promise p where p.absence_id = a.id) as any) promised
    where a.confirmed_at <= known
    union all
    select e.care_package_id, min(e.effective_at), null
    from carepackages.status_event e
    where e.status in ('ENDED', 'WITHDRAWN') and e.reason = 'DIED' and e.recorded_at <= known
    group by e.care_package_id
$$;
