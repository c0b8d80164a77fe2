create schema placements;

create table placements.award (
    id              uuid primary key,
    care_package_id uuid not null references carepackages.care_package,
    advert_id       uuid references adverts.advert,
    bid_id          uuid references bidding.bid,
    provider_id     uuid not null references providers.provider,
    status          text not null check (status in ('PROPOSED', 'REFUSED', 'OFFERED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'REVOKED')),
    place           int,
    rate            numeric(8, 2) not null,
    start_on        date not null,
    reason          text,
    direct_reason   text check (direct_reason in ('PERSONS_CHOICE', 'CONTINUITY', 'URGENT', 'SOLE_CAPABLE', 'PROVIDER_FAILURE')),
    proposed_by     uuid not null,
    proposed_at     timestamptz not null,
    approved_by     uuid,
    approved_at     timestamptz,
    offered_at      timestamptz,
    respond_by      timestamptz,
    answered_by     uuid,
    answered_at     timestamptz,
    answer_reason   text,
    version         bigint not null default 0,
    check (approved_by <> proposed_by),
    check ((advert_id is null) = (bid_id is null)),
    check (advert_id is not null or direct_reason is not null),
    check (coalesce(place, 1) = 1 or reason is not null or direct_reason is not null),
    check (status not in ('OFFERED', 'ACCEPTED') or respond_by is not null)
);
create unique index award_one_live on placements.award (care_package_id) where status in ('PROPOSED', 'OFFERED');
create unique index award_one_per_advert on placements.award (advert_id) where status in ('PROPOSED', 'OFFERED', 'ACCEPTED');
create index award_provider on placements.award (provider_id, offered_at desc);

create table placements.placement (
    id              uuid primary key,
    ref             text not null unique,
    award_id        uuid not null unique references placements.award,
    care_package_id uuid not null references carepackages.care_package,
    person_id       uuid not null references people.person,
    provider_id     uuid not null references providers.provider,
    locality        text not null references areas.locality,
    status          text not null check (status in ('PENDING_START', 'LIVE', 'ENDED', 'REVOKED')),
    rate            numeric(8, 2) not null,
    agreed_start    date not null,
    first_visit_at  timestamptz,
    ended_on        date,
    end_reason      text,
    accepted_at     timestamptz not null,
    user_minutes_week  int not null,
    carer_minutes_week int not null,
    version         bigint not null default 0,
    check (status <> 'LIVE' or first_visit_at is not null),
    check (status <> 'REVOKED' or first_visit_at is null)
);
create index placement_provider on placements.placement (provider_id, accepted_at desc, id desc);
create index placement_package on placements.placement (care_package_id);

create table placements.placement_line (
    placement_id uuid not null references placements.placement,
    call_line_id uuid not null references carepackages.call_line,
    window_from  time,
    window_to    time,
    standing     boolean not null default true,
    primary key (placement_id, call_line_id)
);
create unique index placement_line_one_standing on placements.placement_line (call_line_id) where standing;

create table placements.service_order (
    placement_id uuid primary key references placements.placement,
    issued_at    timestamptz not null,
    snapshot     jsonb not null,
    seal         text not null
);

create table placements.failed_start (
    id           bigint generated always as identity primary key,
    placement_id uuid not null references placements.placement,
    due_on       date not null,
    reason       text not null,
    new_start    date,
    by_account   uuid not null,
    at           timestamptz not null
);

create table placements.identity_release (
    placement_id uuid primary key references placements.placement,
    provider_id  uuid not null,
    released_at  timestamptz not null,
    ended_at     timestamptz
);
