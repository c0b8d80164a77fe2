create schema bidding;

create table bidding.bid (
    id            uuid primary key,
    ref           text not null unique,
    advert_id     uuid not null references adverts.advert,
    provider_id   uuid not null references providers.provider,
    status        text not null check (status in ('SUBMITTED', 'WITHDRAWN', 'SET_ASIDE', 'SELECTED', 'SUCCESSFUL', 'UNSUCCESSFUL')),
    rate          numeric(8, 2) not null check (rate > 0),
    start_on      date not null,
    coverage      text not null check (coverage in ('ALL', 'SOME', 'OTHER_WINDOWS')),
    welsh_offered boolean not null,
    knows_person  boolean not null default false,
    note          text not null default '',
    language      text not null check (language in ('en', 'cy')),
    submitted_by  uuid not null,
    submitted_at  timestamptz not null,
    withdrawn_at  timestamptz,
    withdrawn_reason text,
    version       bigint not null default 0
);
create unique index bid_one_live on bidding.bid (advert_id, provider_id) where status <> 'WITHDRAWN';
create index bid_provider on bidding.bid (provider_id, submitted_at desc, id desc);

create table bidding.bid_line (
    bid_id         uuid not null references bidding.bid,
    advert_line_id uuid not null references adverts.advert_line,
    window_from    time,
    window_to      time,
    primary key (bid_id, advert_line_id)
);

create table bidding.bid_revision (
    id       bigint generated always as identity primary key,
    bid_id   uuid not null references bidding.bid,
    at       timestamptz not null,
    by_account uuid not null,
    terms    jsonb not null
);

create table bidding.decline (
    id          uuid primary key,
    advert_id   uuid not null references adverts.advert,
    provider_id uuid not null references providers.provider,
    reason      text not null check (reason in ('NO_CAPACITY', 'TOO_FAR', 'TIMES', 'DOUBLE_HANDED', 'SKILLS', 'LANGUAGE', 'RATE', 'START', 'OTHER')),
    note        text not null default '',
    by_account  uuid not null,
    at          timestamptz not null,
    unique (advert_id, provider_id)
);

create table bidding.opening (
    advert_id uuid primary key references adverts.advert,
    opened_by uuid not null,
    opened_at timestamptz not null
);

create table bidding.score (
    bid_id    uuid not null references bidding.bid,
    criterion text not null check (criterion in ('QUALITY', 'PRICE', 'START', 'WINDOWS', 'CONTINUITY', 'WELSH')),
    weight    int not null,
    raw       text not null,
    points    numeric(6, 3) not null check (points between 0 and weight),
    neutral   boolean not null,
    primary key (bid_id, criterion)
);

create table bidding.rank (
    bid_id    uuid primary key references bidding.bid,
    advert_id uuid not null references adverts.advert,
    place     int not null check (place > 0),
    total     numeric(6, 3) not null,
    drawn     bigint,
    unique (advert_id, place)
);

create table bidding.feedback (
    bid_id    uuid not null references bidding.bid,
    criterion text not null,
    own       numeric(6, 3) not null,
    winning   numeric(6, 3) not null,
    weight    int not null,
    primary key (bid_id, criterion)
);

create view bidding.report_bid as
    select b.id, b.advert_id, b.provider_id, b.status, b.submitted_at from bidding.bid b;
