create schema visits;

create table visits.import (
    id            uuid primary key,
    ref           text not null unique,
    provider_id   uuid not null references providers.provider,
    status        text not null check (status in ('CHECKED', 'WORKING', 'DONE', 'CANCELLED', 'FAILED')),
    failure       text check (failure in ('STALLED', 'FAULT', 'PLACEMENT', 'START', 'GONE')),
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    rows          int not null,
    rows_new      int not null,
    rows_changed  int not null,
    rows_same     int not null,
    rows_bad      int not null,
    user_minutes  bigint not null default 0,
    carer_minutes bigint not null default 0,
    uploaded_by   uuid not null,
    uploaded_at   timestamptz not null,
    confirmed_by  uuid,
    confirmed_at  timestamptz,
    attempt       int not null default 0,
    step          int not null default 0,
    heartbeat_at  timestamptz,
    done_at       timestamptz,
    version       bigint not null default 0,
    check (rows = rows_new + rows_changed + rows_same + rows_bad),
    check ((status = 'FAILED') = (failure is not null)),
    check (status not in ('WORKING', 'DONE') or confirmed_by is not null),
    check (status <> 'WORKING' or heartbeat_at is not null)
);
create index import_provider on visits.import (provider_id, uploaded_at desc, id desc);
comment on table visits.import is 'A file of visits that a provider uploaded: checked, confirmed, taken over.';
comment on column visits.import.id is 'plain: key';
comment on column visits.import.ref is 'plain: how people name the import';
comment on column visits.import.provider_id is 'plain: whose visits';
comment on column visits.import.status is 'plain: checked, at work, done, discarded or failed';
comment on column visits.import.failure is 'plain: why it failed';
comment on column visits.import.sha256 is 'plain: fingerprint of the file, to know it again';
comment on column visits.import.rows is 'plain: rows in the file';
comment on column visits.import.rows_new is 'plain: rows about visits not yet known; after the import, those taken over';
comment on column visits.import.rows_changed is 'plain: rows that correct a known visit';
comment on column visits.import.rows_same is 'plain: rows that say what is known';
comment on column visits.import.rows_bad is 'plain: rows refused';
comment on column visits.import.user_minutes is 'plain: care delivered according to the good rows, as the person receives it';
comment on column visits.import.carer_minutes is 'plain: the same in minutes of workers';
comment on column visits.import.uploaded_by is 'plain: account';
comment on column visits.import.uploaded_at is 'plain: when';
comment on column visits.import.confirmed_by is 'plain: account';
comment on column visits.import.confirmed_at is 'plain: when, the last time';
comment on column visits.import.attempt is 'plain: how often confirmed; work of an earlier attempt that wakes up late is refused';
comment on column visits.import.step is 'plain: how far the work is';
comment on column visits.import.heartbeat_at is 'plain: when the node at work last gave a sign of life';
comment on column visits.import.done_at is 'plain: when it was taken over, discarded or failed';
comment on column visits.import.version is 'plain: optimistic lock';

-- Unlogged: between upload and confirmation only. After a crash of the server the rows are gone and the file is asked
-- for again.
create unlogged table visits.import_row (
    import_id         uuid not null,
    line              int not null,
    bad               boolean not null,
    provider_visit_id text,
    placement_id      uuid,
    visit_date        date,
    planned_start     timestamptz,
    planned_end       timestamptz,
    actual_start      timestamptz,
    actual_end        timestamptz,
    workers           smallint,
    status            text,
    worker_id         text,
    reason            text,
    user_minutes      int,
    primary key (import_id, line),
    check (bad or (provider_visit_id is not null and placement_id is not null and visit_date is not null))
);
comment on table visits.import_row is 'Rows of a file until it is confirmed or discarded.';
comment on column visits.import_row.import_id is 'plain: of which import';
comment on column visits.import_row.line is 'plain: line in the file';
comment on column visits.import_row.bad is 'plain: refused; its reasons stand in import_problem';
comment on column visits.import_row.provider_visit_id is 'plain: the provider’s number for the visit';
comment on column visits.import_row.placement_id is 'plain: the placement, found by package and day';
comment on column visits.import_row.visit_date is 'plain: day of the visit';
comment on column visits.import_row.planned_start is 'personal: when care was to begin';
comment on column visits.import_row.planned_end is 'personal: when care was to end';
comment on column visits.import_row.actual_start is 'personal: when care began';
comment on column visits.import_row.actual_end is 'personal: when care ended';
comment on column visits.import_row.workers is 'plain: one or two';
comment on column visits.import_row.status is 'plain: what became of the visit';
comment on column visits.import_row.worker_id is 'personal: the provider’s number for the worker, never a name';
comment on column visits.import_row.reason is 'personal: free text';
comment on column visits.import_row.user_minutes is 'plain: whole minutes of care';

create unlogged table visits.import_problem (
    import_id         uuid not null,
    line              int not null,
    place             int not null,
    field             text not null,
    reason            text not null,
    provider_visit_id text not null default '',
    primary key (import_id, line, place)
);
comment on table visits.import_problem is 'Each thing wrong with a row of a file.';
comment on column visits.import_problem.import_id is 'plain: of which import';
comment on column visits.import_problem.line is 'plain: line in the file';
comment on column visits.import_problem.place is 'plain: order within the line';
comment on column visits.import_problem.field is 'plain: which column';
comment on column visits.import_problem.reason is 'plain: code of the reason';
comment on column visits.import_problem.provider_visit_id is 'plain: the provider’s number for the visit, if it can be one';

-- What a provider says about one visit. A correction is a new row that supersedes; the old one keeps what was said.
-- No foreign keys: rows come in by the hundred thousand, and every id is checked on the way in.
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
    check (status not in ('DELIVERED', 'UNPLANNED') or (actual_start is not null and actual_end > actual_start)),
    check (status <> 'MISSED' or actual_start is null)
);
create unique index visit_one_standing on visits.visit (provider_id, provider_visit_id) where superseded_at is null;
create index visit_package_date on visits.visit (care_package_id, visit_date desc, id desc);
create index visit_date_provider on visits.visit (visit_date, provider_id);
comment on table visits.visit is 'What a provider says about one visit; corrections supersede and keep what was said before.';
comment on column visits.visit.id is 'plain: key';
comment on column visits.visit.provider_id is 'plain: who visits';
comment on column visits.visit.provider_visit_id is 'plain: the provider’s number for the visit; one standing row each';
comment on column visits.visit.placement_id is 'plain: under which placement';
comment on column visits.visit.care_package_id is 'plain: of which package';
comment on column visits.visit.person_id is 'plain: key of the person';
comment on column visits.visit.locality is 'plain: where, for reports';
comment on column visits.visit.kind is 'plain: agency or in-house, never added silently';
comment on column visits.visit.visit_date is 'plain: the local day on which it was planned or began';
comment on column visits.visit.planned_start is 'personal: when care was to begin';
comment on column visits.visit.planned_end is 'personal: when care was to end';
comment on column visits.visit.actual_start is 'personal: when care began';
comment on column visits.visit.actual_end is 'personal: when care ended';
comment on column visits.visit.workers is 'plain: one or two';
comment on column visits.visit.status is 'plain: what became of the visit';
comment on column visits.visit.worker_id is 'personal: the provider’s number for the worker, never a name';
comment on column visits.visit.reason is 'personal: free text';
comment on column visits.visit.user_minutes is 'plain: whole minutes of care that the person received';
comment on column visits.visit.carer_minutes is 'plain: minutes of workers';
comment on column visits.visit.import_id is 'plain: from which import; none if entered by hand';
comment on column visits.visit.recorded_by is 'plain: account';
comment on column visits.visit.recorded_at is 'plain: when it was said';
comment on column visits.visit.superseded_at is 'plain: when something else was said; none while it stands';

-- Delivered care by package and month or week, kept in the transaction that changes the visits, so that a report never
-- disagrees with its visits. A month has 600 rows for a county where it has 60,000 visits.
create table visits.delivered (
    period          text not null check (period in ('MONTH', 'WEEK')),
    starts_on       date not null check (period <> 'WEEK' or extract(isodow from starts_on) = 1),
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
comment on table visits.delivered is 'Delivered care by package, provider and month or week, always equal to the sum of its visits.';
comment on column visits.delivered.period is 'plain: month, or week from Monday';
comment on column visits.delivered.starts_on is 'plain: first day';
comment on column visits.delivered.care_package_id is 'plain: package';
comment on column visits.delivered.provider_id is 'plain: provider';
comment on column visits.delivered.kind is 'plain: agency or in-house';
comment on column visits.delivered.locality is 'plain: where';
comment on column visits.delivered.person_key is 'plain: key of the person, to count people';
comment on column visits.delivered.user_minutes is 'plain: minutes of care received';
comment on column visits.delivered.carer_minutes is 'plain: minutes of workers';
comment on column visits.delivered.visits is 'plain: number of visits';

create view visits.report_delivered as select * from visits.delivered;
comment on view visits.report_delivered is 'Hours delivered and people supported by month and week.';

create view visits.report_visit as
    select visit_date, care_package_id, provider_id, kind, locality, person_id as person_key, user_minutes, carer_minutes, status
    from visits.visit where superseded_at is null;
comment on view visits.report_visit is 'Visits as they stand, behind the figures of report_delivered.';
