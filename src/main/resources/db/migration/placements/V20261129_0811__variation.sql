-- A change of what a placement gives: asked for by one person, agreed by others, from a day on.
create table placements.variation (
    id                   uuid primary key,
    ref                  text not null unique check (ref ~ '^VAR-[0-9A-Z]{4}-[0-9A-Z]$'),
    placement_id         uuid not null references placements.placement,
    care_package_id      uuid not null references carepackages.care_package,
    package_ref          text not null,
    team_id              uuid not null,
    provider_id          uuid not null references providers.provider,
    kinds                text[] not null check (cardinality(kinds) > 0 and kinds <@ array['INCREASE', 'DECREASE', 'RETIME',
        'DOUBLE_UP_ON', 'DOUBLE_UP_OFF', 'TEMPORARY', 'TRANSFER', 'END']),
    status               text not null check (status in ('REQUESTED', 'WITH_FINANCE', 'WITH_PROVIDER', 'AGREED', 'REJECTED',
        'DECLINED', 'CANCELLED', 'UNDONE')),
    from_on              date not null,
    until_on             date check (until_on > from_on),
    end_reason           text check (end_reason in ('NOT_NEEDED', 'CARE_HOME', 'MOVED', 'TRANSFER')),
    reason               text not null check (reason <> ''),
    user_minutes_before  int not null,
    carer_minutes_before int not null check (carer_minutes_before >= user_minutes_before),
    user_minutes_after   int not null,
    carer_minutes_after  int not null check (carer_minutes_after >= user_minutes_after),
    by_provider          boolean not null,
    needs_manager        boolean not null,
    asks_provider        boolean not null,
    requested_by         uuid not null,
    requested_by_name    text not null,
    requested_at         timestamptz not null,
    approved_by          uuid,
    finance_by           uuid,
    accepted_by          uuid,
    agreed_at            timestamptz,
    version              bigint not null default 0,
    constraint variation_second_person check (approved_by <> requested_by and finance_by <> requested_by
        and finance_by <> approved_by),
    constraint variation_approved check (status not in ('WITH_FINANCE', 'WITH_PROVIDER', 'AGREED', 'UNDONE') or approved_by is not null),
    constraint variation_accepted check (status <> 'AGREED' or not asks_provider or accepted_by is not null),
    constraint variation_agreed check ((status in ('AGREED', 'UNDONE')) = (agreed_at is not null)),
    -- What is past changes only with finance.
    constraint variation_past check (status <> 'AGREED' or finance_by is not null
        or from_on >= (agreed_at at time zone 'Europe/London')::date),
    constraint variation_whole check ((kinds && array['END', 'TRANSFER']) = (end_reason is not null))
);
create unique index variation_one_open on placements.variation (care_package_id)
    where status in ('REQUESTED', 'WITH_FINANCE', 'WITH_PROVIDER');
create index variation_package on placements.variation (care_package_id, requested_at desc, id desc);
create index variation_list on placements.variation (requested_at desc, id desc);
create index variation_provider on placements.variation (provider_id, requested_at desc, id desc);
create index variation_team on placements.variation (team_id, requested_at desc, id desc);
comment on table placements.variation is 'A change of what a placement gives, from the request to the agreement.';
comment on column placements.variation.id is 'plain: key';
comment on column placements.variation.ref is 'plain: reference people use';
comment on column placements.variation.placement_id is 'plain: which placement';
comment on column placements.variation.care_package_id is 'plain: of which package; one open change at a time';
comment on column placements.variation.package_ref is 'plain: its reference';
comment on column placements.variation.team_id is 'plain: social work team that asks, and whose manager answers for the cost';
comment on column placements.variation.provider_id is 'plain: who delivers';
comment on column placements.variation.kinds is 'plain: what changes, worked out from the calls';
comment on column placements.variation.status is 'plain: for whom it waits, or how it ended';
comment on column placements.variation.from_on is 'plain: first day on which it counts; of an end the first day without care';
comment on column placements.variation.until_on is 'plain: first day on which the week before is back; none for good';
comment on column placements.variation.end_reason is 'personal: why care by this provider ends';
comment on column placements.variation.reason is 'personal: why it changes, in words';
comment on column placements.variation.user_minutes_before is 'plain: minutes a week the person receives before it';
comment on column placements.variation.carer_minutes_before is 'plain: minutes a week of workers before it';
comment on column placements.variation.user_minutes_after is 'plain: minutes a week the person receives with it';
comment on column placements.variation.carer_minutes_after is 'plain: minutes a week of workers with it';
comment on column placements.variation.by_provider is 'plain: the provider asked for it';
comment on column placements.variation.needs_manager is 'plain: more than a broker may approve';
comment on column placements.variation.asks_provider is 'plain: the provider has to say yes';
comment on column placements.variation.requested_by is 'plain: account that asked';
comment on column placements.variation.requested_by_name is 'personal: name of that person';
comment on column placements.variation.requested_at is 'plain: when; its turnaround counts from here';
comment on column placements.variation.approved_by is 'plain: account of the manager or broker who approved';
comment on column placements.variation.finance_by is 'plain: account in finance that agreed to a day that is past';
comment on column placements.variation.accepted_by is 'plain: account that said yes for the provider';
comment on column placements.variation.agreed_at is 'plain: when the last of them had';
comment on column placements.variation.version is 'plain: optimistic lock';

create table placements.variation_line (
    variation_id         uuid not null references placements.variation,
    number               int not null check (number > 0),
    call_line_id         uuid references carepackages.call_line,
    stops                boolean not null,
    days                 text,
    band                 text,
    window_from          time,
    window_to            time,
    minutes              int,
    workers              int check (workers in (1, 2)),
    time_critical_reason text,
    tier                 text,
    short_reason         text,
    worker_gender        text,
    tasks                text,
    primary key (variation_id, number),
    check (call_line_id is not null or not stops),
    check (stops or (days is not null and band is not null and minutes is not null and workers is not null
        and tier is not null and worker_gender is not null and tasks is not null))
);
comment on table placements.variation_line is 'The calls that a change ends, and those it puts in their place or on top.';
comment on column placements.variation_line.variation_id is 'plain: the change';
comment on column placements.variation_line.number is 'plain: order of the page';
comment on column placements.variation_line.call_line_id is 'plain: the call that ends; none where one comes on top';
comment on column placements.variation_line.stops is 'plain: nothing takes its place';
comment on column placements.variation_line.days is 'plain: days of the week as digits, Monday is 1';
comment on column placements.variation_line.band is 'plain: part of the day';
comment on column placements.variation_line.window_from is 'plain: the call begins no earlier';
comment on column placements.variation_line.window_to is 'plain: the call begins no later';
comment on column placements.variation_line.minutes is 'plain: length as the person receives it';
comment on column placements.variation_line.workers is 'plain: one or two at once';
comment on column placements.variation_line.time_critical_reason is 'personal: why it must begin in its window';
comment on column placements.variation_line.tier is 'plain: every day, within the week, or movable';
comment on column placements.variation_line.short_reason is 'plain: lawful reason for less than thirty minutes';
comment on column placements.variation_line.worker_gender is 'personal: whether the person needs or prefers a worker of one gender';
comment on column placements.variation_line.tasks is 'personal: what is done in the call';

create table placements.variation_event (
    id           bigint generated always as identity primary key,
    variation_id uuid not null references placements.variation,
    event        text not null check (event in ('REQUESTED', 'APPROVED', 'FINANCE_AGREED', 'ACCEPTED', 'AGREED', 'REJECTED',
        'DECLINED', 'CANCELLED', 'UNDONE')),
    at           timestamptz not null default clock_timestamp(),
    by_account   uuid not null,
    by_name      text not null,
    reason       text
);
create index variation_event_of on placements.variation_event (variation_id, id);
create trigger only_added before update or delete on placements.variation_event
    for each row execute function placements.refuse_change();
create trigger only_added before update or delete on placements.variation_line
    for each row execute function placements.refuse_change();
comment on table placements.variation_event is 'What happened to a change; only ever added to.';
comment on column placements.variation_event.id is 'plain: order of events';
comment on column placements.variation_event.variation_id is 'plain: the change';
comment on column placements.variation_event.event is 'plain: what happened';
comment on column placements.variation_event.at is 'plain: when';
comment on column placements.variation_event.by_account is 'plain: by which account';
comment on column placements.variation_event.by_name is 'personal: name of that person';
comment on column placements.variation_event.reason is 'personal: why, in that person’s words';

-- What was asked for is not edited, and a change that has come to its end stays ended.
create function placements.keep_variation() returns trigger language plpgsql as $$
begin
    if (old.placement_id, old.kinds, old.from_on, old.reason, old.requested_by, old.requested_at, old.carer_minutes_after,
            old.needs_manager, old.asks_provider)
        is distinct from (new.placement_id, new.kinds, new.from_on, new.reason, new.requested_by, new.requested_at,
            new.carer_minutes_after, new.needs_manager, new.asks_provider)
        or old.until_on is distinct from new.until_on
        or old.status in ('REJECTED', 'DECLINED', 'CANCELLED', 'UNDONE')
        or (old.status = 'AGREED' and new.status <> 'UNDONE') then
        raise exception 'what was asked for is not edited' using errcode = 'check_violation';
    end if;
    -- The domain holds the provider's row; this is for whoever does not.
    if new.status = 'AGREED' and new.kinds && array['INCREASE', 'DOUBLE_UP_ON'] and exists (
            select from providers.embargo e where e.provider_id = new.provider_id and e.lifted_at is null
                and e.level = 'NEW_WORK_AND_INCREASES') then
        raise exception 'increases are stopped for this provider' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_variation before update on placements.variation
    for each row execute function placements.keep_variation();

-- For the measure of turnaround: from the request to the day it counts, or to the agreement where that came later.
create view placements.report_variation as
    select v.ref, v.package_ref, v.care_package_id, v.provider_id, v.team_id, v.kinds, v.status, v.by_provider, v.requested_at,
        v.agreed_at, v.from_on, v.until_on, greatest(v.from_on, (v.agreed_at at time zone 'Europe/London')::date) as effective_on,
        v.user_minutes_before, v.user_minutes_after, v.carer_minutes_before, v.carer_minutes_after
    from placements.variation v;

alter table placements.notice drop constraint notice_reason_check,
    add constraint notice_reason_check check (reason in ('NOT_NEEDED', 'CARE_HOME', 'MOVED', 'HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER'));
