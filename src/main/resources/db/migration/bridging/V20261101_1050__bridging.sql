create schema bridging;

create table bridging.inhouse_week (
    monday              date primary key check (extract(isodow from monday) = 1),
    available_minutes   int not null check (available_minutes >= 0),
    enablement_minutes  int not null check (enablement_minutes >= 0),
    declared_by         uuid,
    declared_at         timestamptz,
    check (enablement_minutes <= available_minutes)
);
comment on table bridging.inhouse_week is 'What the council''s own team can give in a week. The row is locked while a request is accepted against it.';
comment on column bridging.inhouse_week.monday is 'plain: first day of the week';
comment on column bridging.inhouse_week.available_minutes is 'plain: carer minutes in the week, enablement included';
comment on column bridging.inhouse_week.enablement_minutes is 'plain: carer minutes in the week planned for enablement';
comment on column bridging.inhouse_week.declared_by is 'plain: account that declared it last; earlier declarations are in the audit';
comment on column bridging.inhouse_week.declared_at is 'plain: when';

create table bridging.episode (
    id                 uuid primary key,
    ref                text not null unique,
    care_package_id    uuid not null references carepackages.care_package,
    person_id          uuid not null references people.person,
    locality           text not null references areas.locality,
    status             text not null check (status in ('REQUESTED', 'REFUSED', 'ACTIVE', 'ENDED')),
    user_minutes_week  int not null check (user_minutes_week >= 0),
    carer_minutes_week int not null check (carer_minutes_week >= user_minutes_week),
    displaced_minutes_week int not null default 0 check (displaced_minutes_week between 0 and carer_minutes_week),
    reason             text not null check (reason in ('DISCHARGE', 'CARER_UNABLE', 'HANDBACK', 'NO_PROVIDER', 'RISK_AT_HOME')),
    requested_by       uuid not null,
    requested_at       timestamptz not null,
    answered_by        uuid,
    answered_at        timestamptz,
    answer_reason      text check (answer_reason in ('CAPACITY', 'SKILLS', 'DISTANCE', 'SAFETY')),
    started_on         date,
    expected_end       date,
    review_on          date,
    ended_on           date,
    ended_by           uuid,
    ended_at           timestamptz,
    end_reason         text check (end_reason in ('AGENCY_STARTED', 'NOT_NEEDED', 'DIED', 'HOSPITAL', 'REABLEMENT')),
    version            bigint not null default 0,
    check (status not in ('ACTIVE', 'ENDED') or started_on is not null),
    check ((status = 'ENDED') = (ended_on is not null and end_reason is not null)),
    check (ended_on >= started_on),
    check (expected_end >= started_on),
    check ((status = 'REQUESTED') = (answered_at is null)),
    check (status <> 'ACTIVE' or review_on is not null),
    check (status <> 'REFUSED' or answer_reason is not null)
);
comment on table bridging.episode is 'One time of cover by the council''s own team, from the request to the end.';
comment on column bridging.episode.id is 'plain: key';
comment on column bridging.episode.ref is 'plain: what people call it';
comment on column bridging.episode.care_package_id is 'plain: the package that waits';
comment on column bridging.episode.person_id is 'plain: key of the person';
comment on column bridging.episode.locality is 'plain: where';
comment on column bridging.episode.status is 'plain: requested, refused, active or ended';
comment on column bridging.episode.user_minutes_week is 'plain: minutes a week as the person receives them, when requested';
comment on column bridging.episode.carer_minutes_week is 'plain: minutes a week of workers, when requested';
comment on column bridging.episode.displaced_minutes_week is 'plain: enablement minutes a week given up for it at acceptance';
comment on column bridging.episode.reason is 'plain: code of why it is needed';
comment on column bridging.episode.requested_by is 'plain: account that asked';
comment on column bridging.episode.requested_at is 'plain: when';
comment on column bridging.episode.answered_by is 'plain: account that accepted or refused';
comment on column bridging.episode.answered_at is 'plain: when';
comment on column bridging.episode.answer_reason is 'plain: code of why it was refused';
comment on column bridging.episode.started_on is 'plain: first day of cover';
comment on column bridging.episode.expected_end is 'plain: day by which it should be over';
comment on column bridging.episode.review_on is 'plain: next review; every fourteen days';
comment on column bridging.episode.ended_on is 'plain: last day of cover';
comment on column bridging.episode.ended_by is 'plain: account that ended it';
comment on column bridging.episode.ended_at is 'plain: when that was recorded';
comment on column bridging.episode.end_reason is 'plain: code of why it ended';
comment on column bridging.episode.version is 'plain: optimistic lock';
create index episode_package on bridging.episode (care_package_id, requested_at desc);
create index episode_status on bridging.episode (status, review_on);
create index episode_over on bridging.episode (coalesce(ended_on, (answered_at at time zone 'Europe/London')::date) desc, id desc)
    where status in ('REFUSED', 'ENDED');

create table bridging.review (
    id           bigint generated always as identity primary key,
    episode_id   uuid not null references bridging.episode,
    outcome      text not null check (outcome in ('CONTINUES', 'HANDOVER_PLANNED', 'NEEDS_CHANGED')),
    expected_end date not null,
    by_account   uuid not null,
    at           timestamptz not null default clock_timestamp()
);
create index review_episode on bridging.review (episode_id, id);
comment on column bridging.review.id is 'plain: key';
comment on column bridging.review.episode_id is 'plain: what was reviewed';
comment on column bridging.review.outcome is 'plain: code of what was found';
comment on column bridging.review.expected_end is 'plain: day by which it should be over, as seen then';
comment on column bridging.review.by_account is 'plain: account that reviewed it';
comment on column bridging.review.at is 'plain: when';
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
comment on table bridging.actual is 'Cover given, day by day. A correction is a new row; the one before stays and is superseded.';
comment on column bridging.actual.id is 'plain: key';
comment on column bridging.actual.episode_id is 'plain: which cover';
comment on column bridging.actual.day is 'plain: which day';
comment on column bridging.actual.user_minutes is 'plain: minutes as the person received them';
comment on column bridging.actual.carer_minutes is 'plain: minutes of workers';
comment on column bridging.actual.enablement_minutes_displaced is 'plain: of the workers'' minutes, those taken from enablement';
comment on column bridging.actual.recorded_by is 'plain: account that recorded it';
comment on column bridging.actual.recorded_at is 'plain: when';
comment on column bridging.actual.superseded_at is 'plain: when a later row took its place';
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

comment on table bridging.enablement_actual is 'Enablement given, week by week and locality by locality; never added to bridging.';
comment on column bridging.enablement_actual.monday is 'plain: first day of the week';
comment on column bridging.enablement_actual.locality is 'plain: where';
comment on column bridging.enablement_actual.user_minutes is 'plain: minutes as people received them';
comment on column bridging.enablement_actual.carer_minutes is 'plain: minutes of workers';
comment on column bridging.enablement_actual.people is 'plain: how many people';

create view bridging.report_day as
    select a.day, e.locality, e.person_id as person_key, e.care_package_id, a.user_minutes, a.carer_minutes, a.enablement_minutes_displaced
    from bridging.actual a join bridging.episode e on e.id = a.episode_id where a.superseded_at is null;
create view bridging.report_episode as
    select e.id, e.ref, e.care_package_id, e.locality, e.status, e.started_on, e.ended_on, e.end_reason, e.user_minutes_week, e.carer_minutes_week
    from bridging.episode e where e.status in ('ACTIVE', 'ENDED');
create view bridging.report_inhouse_week as select monday, available_minutes, enablement_minutes from bridging.inhouse_week;
create view bridging.report_enablement as select monday, locality, user_minutes, carer_minutes, people from bridging.enablement_actual;
