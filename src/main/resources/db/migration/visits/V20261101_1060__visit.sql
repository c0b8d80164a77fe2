create schema visits;

create table visits.import (
    id           uuid primary key,
    provider_id  uuid not null references providers.provider,
    status       text not null check (status in ('CHECKED', 'WORKING', 'DONE', 'CANCELLED', 'FAILED')),
    sha256       text not null,
    rows         int not null,
    rows_new     int not null,
    rows_changed int not null,
    rows_same    int not null,
    rows_bad     int not null,
    uploaded_by  uuid not null,
    uploaded_at  timestamptz not null,
    done_at      timestamptz,
    version      bigint not null default 0
);
create index import_provider on visits.import (provider_id, uploaded_at desc);

create unlogged table visits.import_row (
    import_id         uuid not null,
    line              int not null,
    outcome           text not null check (outcome in ('NEW', 'CHANGED', 'SAME', 'BAD')),
    bad_column        text,
    bad_reason        text,
    provider_visit_id text,
    placement_id      uuid,
    visit_date        date,
    planned_start     timestamptz,
    planned_end       timestamptz,
    actual_start      timestamptz,
    actual_end        timestamptz,
    workers           int,
    status            text,
    worker_id         text,
    reason            text,
    primary key (import_id, line)
);

create table visits.visit (
    id                bigint generated always as identity primary key,
    provider_id       uuid not null,
    provider_visit_id text not null,
    placement_id      uuid not null,
    care_package_id   uuid not null,
    person_id         uuid not null,
    locality          text not null,
    kind              text not null check (kind in ('AGENCY', 'INHOUSE')),
    visit_date        date not null,
    planned_start     timestamptz,
    planned_end       timestamptz,
    actual_start      timestamptz,
    actual_end        timestamptz,
    workers           smallint not null check (workers in (1, 2)),
    status            text not null check (status in ('DELIVERED', 'FRUSTRATED', 'MISSED', 'CANCELLED_BY_PERSON', 'CANCELLED_BY_COUNCIL', 'UNPLANNED')),
    worker_id         text not null default '',
    reason            text not null default '',
    user_minutes      int not null check (user_minutes between 0 and 1440),
    carer_minutes     int generated always as (user_minutes * workers) stored,
    import_id         uuid,
    recorded_by       uuid not null,
    recorded_at       timestamptz not null,
    superseded_at     timestamptz,
    check (status in ('DELIVERED', 'UNPLANNED') or user_minutes = 0),
    check (status not in ('DELIVERED', 'UNPLANNED') or actual_end > actual_start)
);
create unique index visit_one_standing on visits.visit (provider_id, provider_visit_id) where superseded_at is null;
create index visit_package_date on visits.visit (care_package_id, visit_date desc, id desc);
create index visit_date_provider on visits.visit (visit_date, provider_id);

-- Delivered care by package and month or week, kept in the transaction that changes the visits, so that a report never
-- disagrees with its visits. A month has 600 rows for a county where it has 60,000 visits.
create table visits.delivered (
    period          text not null check (period in ('MONTH', 'WEEK')),
    starts_on       date not null,
    care_package_id uuid not null,
    provider_id     uuid not null,
    kind            text not null,
    locality        text not null,
    person_key      uuid not null,
    user_minutes    int not null,
    carer_minutes   int not null,
    visits          int not null,
    primary key (period, starts_on, care_package_id, provider_id)
);
create view visits.report_delivered as select * from visits.delivered;
