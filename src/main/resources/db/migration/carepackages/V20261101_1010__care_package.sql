create schema carepackages;

create table carepackages.care_package (
    id                 uuid primary key,
    ref                text not null unique,
    person_id          uuid references people.person,
    team_id            uuid not null,
    author_id          uuid not null,
    writers            uuid[] not null default '{}',
    status             text not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'SOURCING', 'UNSOURCED',
        'AWARDED', 'ON_HOLD', 'LIVE', 'WITHDRAWN', 'ENDED')),
    held_from          text check (held_from in ('APPROVED', 'SOURCING', 'UNSOURCED', 'AWARDED')),
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
    approved_at        timestamptz,
    part_started       boolean not null default false,
    changed_at         timestamptz not null,
    last_form          uuid,
    unfinished_call    text,
    version            bigint not null default 0,
    -- Nobody approves what they wrote.
    check (approved_by <> author_id and approved_by <> all (writers)),
    check (approved_by is null or (approved_at is not null and annual_cost is not null)),
    check (start_latest >= start_earliest),
    check (status in ('DRAFT', 'RETURNED', 'WITHDRAWN') or (person_id is not null and locality is not null
        and start_earliest is not null and start_latest is not null and user_minutes_week > 0)),
    check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN') or approved_at is not null),
    check ((status = 'ON_HOLD') = (held_from is not null))
);
create index care_package_list on carepackages.care_package (changed_at desc, id desc);
create index care_package_status_list on carepackages.care_package (status, changed_at desc, id desc);
create index care_package_team_list on carepackages.care_package (team_id, changed_at desc, id desc);
create index care_package_market_list on carepackages.care_package (changed_at desc, id desc) where approved_at is not null;
create index care_package_ref_prefix on carepackages.care_package (ref text_pattern_ops);
create index care_package_locality on carepackages.care_package (locality);
create index care_package_person on carepackages.care_package (person_id);
comment on table carepackages.care_package is 'A package of care from its first words to its end.';
comment on column carepackages.care_package.id is 'plain: key';
comment on column carepackages.care_package.ref is 'plain: how people name the package; tells neither order nor volume';
comment on column carepackages.care_package.person_id is 'plain: who needs the care; none in a draft just begun';
comment on column carepackages.care_package.team_id is 'plain: the social work team that sees and writes it';
comment on column carepackages.care_package.author_id is 'plain: account of the social worker who began it';
comment on column carepackages.care_package.writers is 'plain: accounts of all who wrote a part of it; none of them may approve it';
comment on column carepackages.care_package.status is 'plain: where it stands; the same as its latest status event';
comment on column carepackages.care_package.held_from is 'plain: status to which a package on hold returns';
comment on column carepackages.care_package.what_matters is 'personal: what matters to the person, own words';
comment on column carepackages.care_package.outcomes is 'personal: codes of well-being outcomes, Social Services and Well-being (Wales) Act 2014 section 2';
comment on column carepackages.care_package.need_summary is 'personal: the need in de-identified words; proposal for an advert';
comment on column carepackages.care_package.risks is 'personal: risks to the person';
comment on column carepackages.care_package.worker_risks is 'personal: what workers must know to be safe';
comment on column carepackages.care_package.equipment is 'personal: equipment in the home';
comment on column carepackages.care_package.training is 'personal: training that workers must have';
comment on column carepackages.care_package.text_language is 'plain: language in which the free text is written';
comment on column carepackages.care_package.locality is 'plain: part of the county where the care is given';
comment on column carepackages.care_package.start_earliest is 'plain: first day on which care may start';
comment on column carepackages.care_package.start_latest is 'plain: last day on which care should start';
comment on column carepackages.care_package.cover_wanted is 'personal: who looks after the person until care starts, as the social worker says';
comment on column carepackages.care_package.funding is 'personal: who pays';
comment on column carepackages.care_package.user_minutes_week is 'plain: minutes a week the person receives';
comment on column carepackages.care_package.carer_minutes_week is 'plain: minutes a week workers spend; two workers count twice';
comment on column carepackages.care_package.annual_cost is 'plain: pounds a year at the standard rate when approved';
comment on column carepackages.care_package.approved_by is 'plain: account of the manager whose approval stands';
comment on column carepackages.care_package.approved_at is 'plain: first approval; waiting counts from here and brokers see the package from here';
comment on column carepackages.care_package.part_started is 'plain: some calls are delivered, others still sought';
comment on column carepackages.care_package.changed_at is 'plain: last change';
comment on column carepackages.care_package.last_form is 'plain: the form that wrote last, so that a form saving itself is not stale to itself';
comment on column carepackages.care_package.unfinished_call is 'personal: a call that was begun and left, as its form keeps it';
comment on column carepackages.care_package.version is 'plain: optimistic lock';

create table carepackages.call_line (
    id                   uuid primary key,
    care_package_id      uuid not null references carepackages.care_package,
    position             int not null check (position > 0),
    days                 text not null check (days ~ '^1?2?3?4?5?6?7?$' and days <> ''),
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
    superseded_at        timestamptz,
    check ((window_from is null) = (window_to is null)),
    check (window_from < window_to),
    -- Regulation and Inspection of Social Care (Wales) Act 2016, section 8.
    check (minutes >= 30 or short_reason is not null),
    check (not time_critical or (time_critical_reason <> '' and window_from is not null)),
    -- At the end of the transaction, because a call planned anew takes the place of the old one.
    constraint call_line_position exclude using btree (care_package_id with =, position with =)
        where (superseded_at is null) deferrable initially deferred
);
comment on table carepackages.call_line is 'The calls of the weekly plan. A line an advert may point at is superseded, never changed.';
comment on column carepackages.call_line.id is 'plain: key';
comment on column carepackages.call_line.care_package_id is 'plain: its package';
comment on column carepackages.call_line.position is 'plain: number of the call in its package';
comment on column carepackages.call_line.days is 'plain: days of the week as digits in their order, Monday is 1';
comment on column carepackages.call_line.band is 'plain: part of the day';
comment on column carepackages.call_line.window_from is 'plain: the call begins no earlier; none means anywhere in its part of the day';
comment on column carepackages.call_line.window_to is 'plain: the call begins no later';
comment on column carepackages.call_line.minutes is 'plain: length as the person receives it';
comment on column carepackages.call_line.workers is 'plain: one or two at once';
comment on column carepackages.call_line.time_critical is 'plain: must begin in its window';
comment on column carepackages.call_line.time_critical_reason is 'personal: why it must';
comment on column carepackages.call_line.tier is 'plain: every day, within the week, or movable';
comment on column carepackages.call_line.short_reason is 'plain: lawful reason for less than thirty minutes';
comment on column carepackages.call_line.worker_gender is 'personal: whether the person needs or prefers a worker of one gender';
comment on column carepackages.call_line.tasks is 'personal: what is done in the call';
comment on column carepackages.call_line.superseded_at is 'plain: when another line took its place, or it was taken out; none while it stands';

create table carepackages.status_event (
    id                 bigint generated always as identity primary key,
    care_package_id    uuid not null references carepackages.care_package,
    status             text not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'SOURCING', 'UNSOURCED',
        'AWARDED', 'ON_HOLD', 'LIVE', 'WITHDRAWN', 'ENDED')),
    effective_at       timestamptz not null,
    recorded_at        timestamptz not null default clock_timestamp(),
    by_account         uuid not null,
    by_name            text not null,
    reason             text,
    locality           text references areas.locality,
    user_minutes_week  int not null,
    carer_minutes_week int not null check (carer_minutes_week >= user_minutes_week)
);
-- In the order and with all columns the waiting list reads.
create index status_event_package on carepackages.status_event (care_package_id, effective_at, id)
    include (recorded_at, status, locality, user_minutes_week, carer_minutes_week);
create index status_event_approved on carepackages.status_event (care_package_id, effective_at, recorded_at)
    where status = 'APPROVED';
create index status_event_over on carepackages.status_event (care_package_id, effective_at, recorded_at)
    where status in ('LIVE', 'WITHDRAWN', 'ENDED');
comment on table carepackages.status_event is 'Each status of each package, with what was asked for then. Only ever added to.';
comment on column carepackages.status_event.id is 'plain: key, in the order of recording';
comment on column carepackages.status_event.care_package_id is 'plain: its package';
comment on column carepackages.status_event.status is 'plain: status from then on';
comment on column carepackages.status_event.effective_at is 'plain: when it came to be';
comment on column carepackages.status_event.recorded_at is 'plain: when the system came to know';
comment on column carepackages.status_event.by_account is 'plain: whose doing';
comment on column carepackages.status_event.by_name is 'personal: name of the member of staff at the time';
comment on column carepackages.status_event.reason is 'personal: why, free words or a code';
comment on column carepackages.status_event.locality is 'plain: part of the county at the time';
comment on column carepackages.status_event.user_minutes_week is 'plain: minutes a week asked for at the time, as the person receives them';
comment on column carepackages.status_event.carer_minutes_week is 'plain: the same as workers spend them';

create table carepackages.cover_event (
    id              bigint generated always as identity primary key,
    care_package_id uuid not null references carepackages.care_package,
    cover           text not null check (cover in ('NONE', 'FAMILY', 'HOSPITAL', 'BRIDGING', 'PART')),
    effective_at    timestamptz not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    by_account      uuid not null,
    by_name         text not null
);
create index cover_event_package on carepackages.cover_event (care_package_id, effective_at desc, id desc);
comment on table carepackages.cover_event is 'Who looks after the person until care starts. Only ever added to.';
comment on column carepackages.cover_event.id is 'plain: key, in the order of recording';
comment on column carepackages.cover_event.care_package_id is 'plain: its package';
comment on column carepackages.cover_event.cover is 'personal: nobody, family, hospital, the council''s own team, or part of the care';
comment on column carepackages.cover_event.effective_at is 'plain: from when';
comment on column carepackages.cover_event.recorded_at is 'plain: when the system came to know';
comment on column carepackages.cover_event.by_account is 'plain: whose doing';
comment on column carepackages.cover_event.by_name is 'personal: name of the member of staff at the time';

-- The waiting list on any moment, from what happened: who is approved and has not yet had the first visit of the
-- provider that will stay. Later facts about an earlier day change the answer unless `known` is that day.
-- LIVE, WITHDRAWN and ENDED end the waiting even if something recorded sooner is effective later.
-- Days are days of the calendar in London: a hold from the 3rd to the 5th is two days, whatever the hours.
create function carepackages.report_waiting(as_at timestamptz, known timestamptz)
returns table (care_package_id uuid, package_ref text, locality text, status text, user_minutes_week int,
    carer_minutes_week int, waiting_since date, days_gross int, days_net int)
language sql stable as $$
    with candidate as (
        -- Few of all packages ever: only for these is the history read in order.
        select a.care_package_id, (min(a.effective_at) at time zone 'Europe/London')::date as since
        from carepackages.status_event a
        where a.status = 'APPROVED' and a.effective_at <= as_at and a.recorded_at <= known
          and not exists (select from carepackages.status_event o where o.care_package_id = a.care_package_id
              and o.status in ('LIVE', 'WITHDRAWN', 'ENDED') and o.effective_at <= as_at and o.recorded_at <= known)
        group by a.care_package_id
    )
    select w.care_package_id, c.ref, latest.locality,
        case when latest.status = 'ON_HOLD' then 'ON_HOLD'
             else case coalesce(cover.cover, 'NONE') when 'NONE' then 'NO_COVER' when 'HOSPITAL' then 'IN_HOSPITAL'
                  when 'BRIDGING' then 'BRIDGED' else 'PART_MET' end end,
        latest.user_minutes_week, latest.carer_minutes_week, w.since,
        (as_at at time zone 'Europe/London')::date - w.since,
        (as_at at time zone 'Europe/London')::date - w.since - hold.days
    from candidate w
    join carepackages.care_package c on c.id = w.care_package_id
    cross join lateral (
        select e.status, e.locality, e.user_minutes_week, e.carer_minutes_week from carepackages.status_event e
        where e.care_package_id = w.care_package_id and e.effective_at <= as_at and e.recorded_at <= known
        order by e.effective_at desc, e.id desc limit 1) latest
    cross join lateral (
        select coalesce(sum((h.until at time zone 'Europe/London')::date - (h.effective_at at time zone 'Europe/London')::date)
            filter (where h.status = 'ON_HOLD'), 0)::int as days
        from (
            select e.status, e.effective_at, lead(e.effective_at, 1, as_at) over (order by e.effective_at, e.id) as until
            from carepackages.status_event e
            where e.care_package_id = w.care_package_id and e.effective_at <= as_at and e.recorded_at <= known) h) hold
    left join lateral (
        select e.cover from carepackages.cover_event e
        where e.care_package_id = w.care_package_id and e.effective_at <= as_at and e.recorded_at <= known
        order by e.effective_at desc, e.id desc limit 1) cover on true
    where latest.status in ('APPROVED', 'SOURCING', 'UNSOURCED', 'AWARDED', 'ON_HOLD')
$$;
