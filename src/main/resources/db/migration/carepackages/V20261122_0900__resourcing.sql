-- A provider that leaves while its care is still needed: another is sought, and the person waits again from the day after
-- the last one on which it cares, not from the notice.
alter table carepackages.care_package drop constraint care_package_status_check,
    add constraint care_package_status_check check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'SOURCING',
        'UNSOURCED', 'AWARDED', 'ON_HOLD', 'LIVE', 'RESOURCING', 'WITHDRAWN', 'ENDED'));
alter table carepackages.status_event drop constraint status_event_status_check,
    add constraint status_event_status_check check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'SOURCING',
        'UNSOURCED', 'AWARDED', 'ON_HOLD', 'LIVE', 'RESOURCING', 'WITHDRAWN', 'ENDED'));
alter table carepackages.cover_event drop constraint cover_event_cover_check,
    add constraint cover_event_cover_check check (cover in ('NONE', 'FAMILY', 'HOSPITAL', 'BRIDGING', 'PART', 'LEAVING'));
comment on column carepackages.cover_event.cover is 'personal: nobody, family, hospital, the council''s own team, part of the care, or a provider until it leaves';

create index status_event_resourcing on carepackages.status_event (care_package_id, effective_at, id)
    include (recorded_at) where status = 'RESOURCING';

-- As before, and: who was visited once and is sought a provider for again, from the moment the one that left no longer
-- cares. While it still does, the cover is LEAVING and nobody waits.
create or replace function carepackages.report_waiting(as_at timestamptz, known timestamptz)
returns table (care_package_id uuid, package_ref text, locality text, status text, user_minutes_week int,
    carer_minutes_week int, waiting_since date, days_gross int, days_net int)
language sql stable as $$
    with candidate as (
        -- Few of all packages ever: only for these is the history read in order.
        select a.care_package_id, min(a.effective_at) as since, false as again
        from carepackages.status_event a
        where a.status = 'APPROVED' and a.effective_at <= as_at and a.recorded_at <= known
          and not exists (select from carepackages.status_event o where o.care_package_id = a.care_package_id
              and o.status in ('LIVE', 'WITHDRAWN', 'ENDED') and o.effective_at <= as_at and o.recorded_at <= known)
        group by a.care_package_id
        union all
        select r.care_package_id, max(r.effective_at), true
        from carepackages.status_event r
        where r.status = 'RESOURCING' and r.effective_at <= as_at and r.recorded_at <= known
          and not exists (select from carepackages.status_event o where o.care_package_id = r.care_package_id
              and o.status in ('LIVE', 'WITHDRAWN', 'ENDED') and (o.effective_at, o.id) > (r.effective_at, r.id)
              and o.effective_at <= as_at and o.recorded_at <= known)
        group by r.care_package_id
    )
    select w.care_package_id, c.ref, latest.locality,
        case when latest.status = 'ON_HOLD' then 'ON_HOLD'
             else case coalesce(cover.cover, 'NONE') when 'NONE' then 'NO_COVER' when 'HOSPITAL' then 'IN_HOSPITAL'
                  when 'BRIDGING' then 'BRIDGED' else 'PART_MET' end end,
        latest.user_minutes_week, latest.carer_minutes_week, (start.since at time zone 'Europe/London')::date,
        (as_at at time zone 'Europe/London')::date - (start.since at time zone 'Europe/London')::date,
        (as_at at time zone 'Europe/London')::date - (start.since at time zone 'Europe/London')::date - hold.days
    from candidate w
    join carepackages.care_package c on c.id = w.care_package_id
    cross join lateral (
        select e.status, e.locality, e.user_minutes_week, e.carer_minutes_week from carepackages.status_event e
        where e.care_package_id = w.care_package_id and e.effective_at <= as_at and e.recorded_at <= known
        order by e.effective_at desc, e.id desc limit 1) latest
    cross join lateral (
        select case when w.again then coalesce((
            select min(e.effective_at) from carepackages.cover_event e
            where e.care_package_id = w.care_package_id and e.cover <> 'LEAVING' and e.effective_at >= w.since
              and e.effective_at <= as_at and e.recorded_at <= known), w.since) else w.since end as since) start
    cross join lateral (
        select coalesce(sum((h.until at time zone 'Europe/London')::date - (h.effective_at at time zone 'Europe/London')::date)
            filter (where h.status = 'ON_HOLD'), 0)::int as days
        from (
            select e.status, e.effective_at, lead(e.effective_at, 1, as_at) over (order by e.effective_at, e.id) as until
            from carepackages.status_event e
            where e.care_package_id = w.care_package_id and e.effective_at <= as_at and e.recorded_at <= known
              and (not w.again or e.effective_at >= w.since)) h) hold
    left join lateral (
        select e.cover from carepackages.cover_event e
        where e.care_package_id = w.care_package_id and e.effective_at <= as_at and e.recorded_at <= known
        order by e.effective_at desc, e.id desc limit 1) cover on true
    where latest.status in ('APPROVED', 'SOURCING', 'UNSOURCED', 'AWARDED', 'ON_HOLD', 'RESOURCING')
      and coalesce(cover.cover, 'NONE') <> 'LEAVING'
$$;

create or replace view carepackages.report_sourcing as
    select p.id as care_package_id, p.ref as package_ref, p.status, p.locality, p.user_minutes_week, p.carer_minutes_week,
        coalesce((select max(e.effective_at) from carepackages.status_event e
                where e.care_package_id = p.id and e.status = 'RESOURCING'),
            (select min(e.effective_at) from carepackages.status_event e
                where e.care_package_id = p.id and e.status = 'APPROVED')) as waiting_since,
        coalesce((select e.cover from carepackages.cover_event e
            where e.care_package_id = p.id and e.effective_at <= now()
            order by e.effective_at desc, e.id desc limit 1), 'NONE') as cover
    from carepackages.care_package p
    where p.status not in ('DRAFT', 'SUBMITTED', 'RETURNED');
