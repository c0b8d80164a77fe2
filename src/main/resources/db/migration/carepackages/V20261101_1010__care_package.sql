create schema carepackages;

create table carepackages.care_package (
    id                 uuid primary key,
    ref                text not null unique,
    person_id          uuid references people.person,
    team_id            uuid not null,
    author_id          uuid not null,
    status             text not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'SOURCING', 'UNSOURCED',
        'AWARDED', 'ON_HOLD', 'LIVE', 'WITHDRAWN', 'ENDED')),
    what_matters       text not null default '',
    outcomes           text[] not null default '{}',
    need_summary       text not null default '',
    risks              text not null default '',
    worker_risks       text not null default '',
    equipment          text not null default '',
    training           text[] not null default '{}',
    text_language      text not null default 'en' check (text_language in ('en', 'cy')),
    locality           text references areas.locality,
    start_earliest     date,
    start_latest       date,
    cover_wanted       text check (cover_wanted in ('NONE', 'FAMILY', 'HOSPITAL', 'BRIDGING')),
    funding            text check (funding in ('COUNCIL', 'HEALTH', 'JOINT', 'SELF')),
    user_minutes_week  int not null default 0 check (user_minutes_week >= 0),
    carer_minutes_week int not null default 0 check (carer_minutes_week >= user_minutes_week),
    annual_cost        numeric(12, 2),
    approved_by        uuid,
    changed_at         timestamptz not null,
    version            bigint not null default 0,
    check (approved_by <> author_id),
    check (start_latest >= start_earliest),
    check (status in ('DRAFT', 'WITHDRAWN') or (person_id is not null and locality is not null and user_minutes_week > 0))
);
create index care_package_list on carepackages.care_package (changed_at desc, id desc);
create index care_package_status_list on carepackages.care_package (status, changed_at desc, id desc);
create index care_package_team_list on carepackages.care_package (team_id, changed_at desc, id desc);
create index care_package_person on carepackages.care_package (person_id);

create table carepackages.call_line (
    id                   uuid primary key,
    care_package_id      uuid not null references carepackages.care_package,
    position             int not null,
    days                 text not null check (days ~ '^[1-7]{1,7}$'),
    band                 text not null check (band in ('MORNING', 'LUNCH', 'TEA', 'BED', 'NIGHT')),
    window_from          time,
    window_to            time,
    minutes              int not null check (minutes between 5 and 720),
    workers              int not null check (workers in (1, 2)),
    time_critical        boolean not null default false,
    time_critical_reason text,
    tier                 text not null check (tier in ('DAILY_ESSENTIAL', 'WEEKLY_ESSENTIAL', 'FLEXIBLE')),
    short_reason         text check (short_reason in ('CHECK', 'TASKS')),
    worker_gender        text not null default 'ANY' check (worker_gender in ('ANY', 'FEMALE_NEEDED', 'MALE_NEEDED', 'FEMALE_PREFERRED', 'MALE_PREFERRED')),
    tasks                text not null check (tasks <> ''),
    unique (care_package_id, position),
    check ((window_from is null) = (window_to is null)),
    check (minutes >= 30 or short_reason is not null),
    check (not time_critical or (time_critical_reason <> '' and window_from is not null))
);

create table carepackages.status_event (
    id              bigint generated always as identity primary key,
    care_package_id uuid not null references carepackages.care_package,
    status          text not null,
    effective_at    timestamptz not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    by_account      uuid not null,
    by_name         text not null,
    reason          text
);
create index status_event_package on carepackages.status_event (care_package_id, effective_at);

create table carepackages.cover_event (
    id              bigint generated always as identity primary key,
    care_package_id uuid not null references carepackages.care_package,
    cover           text not null check (cover in ('NONE', 'FAMILY', 'HOSPITAL', 'BRIDGING', 'PART')),
    effective_at    timestamptz not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    by_account      uuid not null,
    by_name         text not null
);
create index cover_event_package on carepackages.cover_event (care_package_id, effective_at);

-- The waiting list on any moment, from what happened: who is approved and has not yet had the first visit of the
-- provider that will stay. Later facts about an earlier day change the answer unless `known` is that day.
create function carepackages.report_waiting(as_at timestamptz, known timestamptz)
returns table (care_package_id uuid, package_ref text, locality text, status text, user_minutes_week int,
    carer_minutes_week int, waiting_since date, days_gross int, days_net int)
language sql stable as $$
    with history as (
        select e.care_package_id, e.status, e.effective_at,
            lead(e.effective_at, 1, as_at) over (partition by e.care_package_id order by e.effective_at, e.id) as until,
            row_number() over (partition by e.care_package_id order by e.effective_at desc, e.id desc) as back,
            min(e.effective_at) filter (where e.status = 'APPROVED') over (partition by e.care_package_id) as since
        from carepackages.status_event e
        where e.effective_at <= as_at and e.recorded_at <= known
    ), paused as (
        select p.care_package_id, sum(extract(epoch from p.until - p.effective_at)) as seconds
        from history p where p.status = 'ON_HOLD' group by p.care_package_id
    ), waiting as (
        select h.care_package_id, h.status, h.since, coalesce(p.seconds, 0) as paused
        from history h left join paused p using (care_package_id)
        where h.back = 1 and h.since is not null and h.status in ('APPROVED', 'SOURCING', 'UNSOURCED', 'AWARDED', 'ON_HOLD')
    )
    select w.care_package_id, c.ref, c.locality,
        case when w.status = 'ON_HOLD' then 'ON_HOLD'
             else case coalesce(cover.cover, 'NONE') when 'NONE' then 'NO_COVER' when 'HOSPITAL' then 'IN_HOSPITAL'
                  when 'BRIDGING' then 'BRIDGED' else 'PART_MET' end end,
        c.user_minutes_week, c.carer_minutes_week,
        (w.since at time zone 'Europe/London')::date,
        (as_at at time zone 'Europe/London')::date - (w.since at time zone 'Europe/London')::date,
        (as_at at time zone 'Europe/London')::date - (w.since at time zone 'Europe/London')::date - (w.paused / 86400)::int
    from waiting w
    join carepackages.care_package c on c.id = w.care_package_id
    left join lateral (
        select e.cover from carepackages.cover_event e
        where e.care_package_id = w.care_package_id and e.effective_at <= as_at and e.recorded_at <= known
        order by e.effective_at desc, e.id desc limit 1) cover on true
$$;
