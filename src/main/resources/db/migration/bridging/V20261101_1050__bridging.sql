create schema bridging;

create table bridging.inhouse_week (
    monday              date primary key check (extract(isodow from monday) = 1),
    available_minutes   int not null check (available_minutes >= 0),
    enablement_minutes  int not null check (enablement_minutes >= 0)
);

create table bridging.episode (
    id                 uuid primary key,
    ref                text not null unique,
    care_package_id    uuid not null references carepackages.care_package,
    person_id          uuid not null references people.person,
    locality           text not null references areas.locality,
    status             text not null check (status in ('REQUESTED', 'REFUSED', 'ACTIVE', 'ENDED')),
    user_minutes_week  int not null,
    carer_minutes_week int not null,
    reason             text not null,
    requested_by       uuid not null,
    requested_at       timestamptz not null,
    answered_by        uuid,
    answered_at        timestamptz,
    answer_reason      text,
    started_on         date,
    expected_end       date,
    review_on          date,
    ended_on           date,
    end_reason         text check (end_reason in ('AGENCY_STARTED', 'NOT_NEEDED', 'DIED', 'HOSPITAL', 'REABLEMENT')),
    version            bigint not null default 0,
    check (status not in ('ACTIVE', 'ENDED') or started_on is not null),
    check ((status = 'ENDED') = (ended_on is not null and end_reason is not null)),
    check (ended_on >= started_on)
);
create unique index episode_one_live on bridging.episode (care_package_id) where status in ('REQUESTED', 'ACTIVE');

create table bridging.actual (
    id                           bigint generated always as identity primary key,
    episode_id                   uuid not null references bridging.episode,
    day                          date not null,
    user_minutes                 int not null check (user_minutes >= 0),
    carer_minutes                int not null check (carer_minutes >= user_minutes),
    enablement_minutes_displaced int not null check (enablement_minutes_displaced between 0 and carer_minutes),
    recorded_by                  uuid not null,
    recorded_at                  timestamptz not null default clock_timestamp(),
    superseded_at                timestamptz
);
create unique index actual_one_standing on bridging.actual (episode_id, day) where superseded_at is null;
create index actual_day on bridging.actual (day) where superseded_at is null;

create table bridging.enablement_actual (
    monday       date not null,
    locality     text not null references areas.locality,
    user_minutes int not null,
    carer_minutes int not null,
    people       int not null,
    primary key (monday, locality)
);

create view bridging.report_day as
    select a.day, e.locality, e.person_id as person_key, e.care_package_id, a.user_minutes, a.carer_minutes, a.enablement_minutes_displaced
    from bridging.actual a join bridging.episode e on e.id = a.episode_id where a.superseded_at is null;
create view bridging.report_episode as
    select e.id, e.ref, e.care_package_id, e.locality, e.status, e.started_on, e.ended_on, e.end_reason, e.user_minutes_week, e.carer_minutes_week
    from bridging.episode e where e.status in ('ACTIVE', 'ENDED');
create view bridging.report_inhouse_week as select monday, available_minutes, enablement_minutes from bridging.inhouse_week;
create view bridging.report_enablement as select monday, locality, user_minutes, carer_minutes, people from bridging.enablement_actual;
