create schema adverts;

create table adverts.advert (
    id                 uuid primary key,
    ref                text not null unique,
    care_package_id    uuid not null references carepackages.care_package,
    round              int not null check (round > 0),
    status             text not null check (status in ('OPEN', 'AWARDED', 'NO_SUITABLE_BID', 'CANCELLED')),
    locality           text not null references areas.locality,
    age_band           text not null check (age_band in ('18-64', '65-74', '75-84', '85+')),
    need               text not null check (need <> ''),
    equipment          text not null default '',
    worker_risks       text not null default '',
    training           text[] not null default '{}',
    welsh              text not null check (welsh in ('NEED', 'PREFERENCE', 'NO')),
    text_language      text not null check (text_language in ('en', 'cy')),
    cover_now          text not null,
    start_earliest     date not null,
    start_latest       date not null,
    rate_floor         numeric(8, 2) not null,
    rate_ceiling       numeric(8, 2) not null,
    user_minutes_week  int not null,
    carer_minutes_week int not null,
    weight_quality     int not null check (weight_quality between 0 and 100),
    weight_price       int not null check (weight_price between 0 and 100),
    weight_start       int not null check (weight_start between 0 and 100),
    weight_windows     int not null check (weight_windows between 0 and 100),
    weight_continuity  int not null check (weight_continuity between 0 and 100),
    weight_welsh       int not null check (weight_welsh between 0 and 100),
    urgent             boolean not null default false,
    published_at       timestamptz not null,
    published_by       uuid not null,
    questions_until    timestamptz not null,
    deadline           timestamptz not null,
    ended_at           timestamptz,
    ended_reason       text,
    version            bigint not null default 0,
    unique (care_package_id, round),
    check (weight_quality + weight_price + weight_start + weight_windows + weight_continuity + weight_welsh = 100),
    check (deadline > published_at and questions_until <= deadline)
);
create unique index advert_one_open on adverts.advert (care_package_id) where status = 'OPEN';
create index advert_open_locality on adverts.advert (locality, deadline, id) where status = 'OPEN';

create table adverts.advert_line (
    id            uuid primary key,
    advert_id     uuid not null references adverts.advert,
    call_line_id  uuid not null references carepackages.call_line,
    position      int not null,
    days          text not null,
    band          text not null,
    window_from   time,
    window_to     time,
    minutes       int not null,
    workers       int not null,
    time_critical boolean not null,
    tier          text not null,
    short_reason  text,
    worker_gender text not null,
    unique (advert_id, position)
);

create table adverts.question (
    id          uuid primary key,
    advert_id   uuid not null references adverts.advert,
    provider_id uuid not null references providers.provider,
    asked_by    uuid not null,
    asked_at    timestamptz not null,
    question    text not null check (question <> ''),
    answer      text,
    answered_by uuid,
    answered_at timestamptz,
    check ((answer is null) = (answered_at is null))
);
create index question_advert on adverts.question (advert_id, asked_at);

create table adverts.deadline_change (
    id        bigint generated always as identity primary key,
    advert_id uuid not null references adverts.advert,
    earlier   timestamptz not null,
    later     timestamptz not null,
    reason    text not null,
    by_account uuid not null,
    at        timestamptz not null,
    check (later > earlier)
);
