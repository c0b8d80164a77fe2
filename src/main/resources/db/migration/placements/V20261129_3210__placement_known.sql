-- What was known of a placement, and since when: the moment it is asked of again, the same figures come out, whatever was put
-- right meanwhile. Whoever writes placements need not remember it.
create table placements.placement_known (
    id             bigint generated always as identity primary key,
    placement_id   uuid not null references placements.placement,
    revoked        boolean not null,
    agreed_start   date not null,
    first_visit_at timestamptz,
    ended_on       date,
    at             timestamptz not null default clock_timestamp()
);
create index placement_known_of on placements.placement_known (placement_id, at, id);
comment on table placements.placement_known is 'Each thing that became known of a placement. Only ever added to.';
comment on column placements.placement_known.id is 'plain: order';
comment on column placements.placement_known.placement_id is 'plain: which placement';
comment on column placements.placement_known.revoked is 'plain: the award was taken back';
comment on column placements.placement_known.agreed_start is 'plain: first day agreed';
comment on column placements.placement_known.first_visit_at is 'plain: first visit';
comment on column placements.placement_known.ended_on is 'plain: first day without care';
comment on column placements.placement_known.at is 'plain: from when it was known so';
create trigger only_added before update or delete on placements.placement_known
    for each row execute function placements.refuse_change();

-- A placement that arrives with its story, as those of the demonstration do, was known by the moments in it.
create function placements.know(made placements.placement) returns void language sql as $$
    insert into placements.placement_known (placement_id, revoked, agreed_start, first_visit_at, ended_on, at)
    select made.id, false, made.agreed_start, null::timestamptz, null::date, made.accepted_at
    union all
    select made.id, false, made.agreed_start, made.first_visit_at, null, greatest(made.first_visit_at, made.accepted_at)
    where made.first_visit_at is not null
    union all
    select made.id, false, made.agreed_start, made.first_visit_at, made.ended_on,
        least(clock_timestamp(), greatest(made.ended_on::timestamp at time zone 'Europe/London', made.first_visit_at, made.accepted_at))
    where made.ended_on is not null
    union all
    select made.id, true, made.agreed_start, made.first_visit_at, made.ended_on, clock_timestamp() where made.status = 'REVOKED'
$$;
create function placements.know_placement() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform placements.know(new);
    elsif (new.agreed_start, new.first_visit_at, new.ended_on, new.status = 'REVOKED')
        is distinct from (old.agreed_start, old.first_visit_at, old.ended_on, old.status = 'REVOKED') then
        insert into placements.placement_known (placement_id, revoked, agreed_start, first_visit_at, ended_on)
        values (new.id, new.status = 'REVOKED', new.agreed_start, new.first_visit_at, new.ended_on);
    end if;
    return null;
end $$;
select placements.know(p) from placements.placement p;
create trigger know_placement after insert or update on placements.placement
    for each row execute function placements.know_placement();

create function placements.report_placement_known(known timestamptz)
returns table (id uuid, care_package_id uuid, package_ref text, person_key uuid, provider_id uuid, locality text, user_minutes_week int,
    carer_minutes_week int, accepted_at timestamptz, agreed_start date, first_visit_at timestamptz, ended_on date)
language sql stable as $$
    select p.id, p.care_package_id, p.package_ref, p.person_id, p.provider_id, p.locality, p.user_minutes_week, p.carer_minutes_week,
        p.accepted_at, k.agreed_start, k.first_visit_at, k.ended_on
    from (select distinct on (w.placement_id) w.* from placements.placement_known w where w.at <= known
        order by w.placement_id, w.at desc, w.id desc) k
    join placements.placement p on p.id = k.placement_id
    where not k.revoked
$$;

create function placements.report_start_known(known timestamptz)
returns table (placement_id uuid, package_ref text, provider_id uuid, locality text, due_on date, first_visit_on date, failed boolean)
language sql stable as $$
    select p.id, p.package_ref, p.provider_id, p.locality, coalesce(f.due_on, p.agreed_start),
        (p.first_visit_at at time zone 'Europe/London')::date, f.due_on is not null
    from placements.report_placement_known(known) p
    left join (select placement_id, min(due_on) as due_on from placements.failed_start where at <= known group by placement_id) f
        on f.placement_id = p.id
$$;

-- What an offer and a change were, of what they are now: without the answers that came later.
create function placements.report_offer_known(known timestamptz)
returns table (package_ref text, provider_id uuid, locality text, status text, user_minutes_week int, carer_minutes_week int, offered_on date)
language sql stable as $$
    select a.package_ref, a.provider_id, a.locality,
        case when later.event is null then a.status
            else coalesce((select e.event from placements.award_event e where e.award_id = a.id and e.at <= known
                and e.event in ('ACCEPTED', 'DECLINED', 'EXPIRED', 'REVOKED') order by e.id desc limit 1), 'OFFERED') end,
        a.user_minutes_week, a.carer_minutes_week, (a.offered_at at time zone 'Europe/London')::date
    from placements.award a
    left join lateral (select e.event from placements.award_event e where e.award_id = a.id and e.at > known
        and e.event in ('ACCEPTED', 'DECLINED', 'EXPIRED', 'REVOKED') limit 1) later on true
    where a.offered_at <= known
$$;
create function placements.report_variation_known(known timestamptz)
returns table (package_ref text, provider_id uuid, locality text, person_key uuid, kinds text[], requested_at timestamptz, agreed boolean,
    waits boolean, effective_on date)
language sql stable as $$
    select v.package_ref, v.provider_id, p.locality, p.person_id, v.kinds, v.requested_at, v.agreed_at is not null and v.agreed_at <= known,
        (v.agreed_at is null or v.agreed_at > known) and (v.status not in ('REJECTED', 'DECLINED', 'CANCELLED')
            or exists (select from placements.variation_event e where e.variation_id = v.id and e.at > known
                and e.event in ('REJECTED', 'DECLINED', 'CANCELLED'))),
        greatest(v.from_on, (v.agreed_at at time zone 'Europe/London')::date)
    from placements.variation v join placements.placement p on p.id = v.placement_id
    where v.requested_at <= known
$$;
create function placements.report_handback_known(known timestamptz)
returns table (placement_id uuid, given_on date)
language sql stable as $$
    select n.placement_id, n.given_on from placements.notice n where n.reason = 'HANDBACK' and n.at <= known
$$;
