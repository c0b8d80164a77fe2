-- What came of each call that was due. A person's day with a provider is read again whenever something is said about it.
create table visits.day_to_read (
    care_package_id uuid not null,
    provider_id     uuid not null,
    day             date not null,
    primary key (care_package_id, provider_id, day)
);
comment on table visits.day_to_read is 'Days that are to be read again, because visits of them were told or corrected.';
comment on column visits.day_to_read.care_package_id is 'plain: at whose door';
comment on column visits.day_to_read.provider_id is 'plain: by which provider';
comment on column visits.day_to_read.day is 'plain: which day';

-- Of the last hundred days; what is older is history that nobody chases any more.
create function visits.mark_days() returns trigger language plpgsql as $$
declare
    changed text := case tg_op when 'INSERT' then 'select * from fresh' when 'DELETE' then 'select * from gone'
        else 'select * from gone union all select * from fresh' end;
begin
    execute format('insert into visits.day_to_read (care_package_id, provider_id, day)
        select distinct care_package_id, provider_id, visit_date from (%s) c where visit_date > current_date - 100
        order by 1, 2, 3 on conflict do nothing', changed);
    return null;
end $$;
create trigger mark_days_insert after insert on visits.visit referencing new table as fresh
    for each statement execute function visits.mark_days();
create trigger mark_days_update after update on visits.visit referencing old table as gone new table as fresh
    for each statement execute function visits.mark_days();
create trigger mark_days_delete after delete on visits.visit referencing old table as gone
    for each statement execute function visits.mark_days();

create table visits.reading (
    id              bigint generated always as identity primary key,
    day             date not null,
    care_package_id uuid not null,
    provider_id     uuid not null,
    placement_id    uuid,
    locality        text not null,
    person_key      uuid not null,
    call_line_id    uuid,
    visit_id        bigint,
    second_visit_id bigint,
    outcome         text not null check (outcome in ('MET', 'MISSED', 'NOT_REPORTED', 'AWAITED', 'FRUSTRATED', 'CANCELLED',
        'POP_BACK', 'EXTRA', 'UNALLOCATED')),
    remarks         text[] not null,
    critical        boolean not null,
    essential       boolean not null,
    punctual        boolean,
    minutes_due     int not null,
    minutes         int not null,
    workers_due     int not null,
    workers         int not null,
    check (call_line_id is not null or visit_id is not null),
    check (outcome not in ('NOT_REPORTED', 'AWAITED') or (call_line_id is not null and visit_id is null)),
    check (outcome not in ('POP_BACK', 'EXTRA', 'UNALLOCATED') or call_line_id is null)
);
-- One visit answers one call, and one call has one answer.
create unique index reading_call on visits.reading (call_line_id, provider_id, day) where call_line_id is not null;
create unique index reading_visit on visits.reading (visit_id) where visit_id is not null;
create index reading_door on visits.reading (care_package_id, provider_id, day);
create index reading_day on visits.reading (day, provider_id);
comment on table visits.reading is 'What came of each call, and where each visit that answers none has its place.';
comment on column visits.reading.id is 'plain: key';
comment on column visits.reading.day is 'plain: local day of the call';
comment on column visits.reading.care_package_id is 'plain: at whose door';
comment on column visits.reading.provider_id is 'plain: whose call';
comment on column visits.reading.placement_id is 'plain: under which placement it was due';
comment on column visits.reading.locality is 'plain: where';
comment on column visits.reading.person_key is 'plain: key of the person';
comment on column visits.reading.call_line_id is 'plain: the call; none for a visit that answers none';
comment on column visits.reading.visit_id is 'plain: the visit that answers it';
comment on column visits.reading.second_visit_id is 'plain: the visit of the other worker, where each told of their own';
comment on column visits.reading.outcome is 'plain: what came of it';
comment on column visits.reading.remarks is 'plain: what there is to say beyond that';
comment on column visits.reading.critical is 'plain: its time matters to the half hour';
comment on column visits.reading.essential is 'plain: not one that may be saved up';
comment on column visits.reading.punctual is 'plain: begun in time; none where nobody came';
comment on column visits.reading.minutes_due is 'plain: minutes due, as the person was to receive them';
comment on column visits.reading.minutes is 'plain: minutes delivered, as the person received them';
comment on column visits.reading.workers_due is 'plain: workers due';
comment on column visits.reading.workers is 'plain: workers who came';

-- What somebody has to look at. What was asked, answered and decided stays, whatever is told of the visit later.
create table visits.exception (
    id              uuid primary key,
    day             date not null,
    care_package_id uuid not null,
    package_ref     text not null,
    provider_id     uuid not null,
    locality        text not null,
    subject         text not null,
    kind            text not null check (kind in ('MISSED', 'NOT_REPORTED', 'EXTRA', 'UNALLOCATED', 'NOT_PUNCTUAL',
        'OUT_OF_BAND', 'SHORT', 'LONG', 'ONE_WORKER', 'WORKER_ELSEWHERE', 'OVERLAP')),
    essential       boolean not null,
    state           text not null check (state in ('OPEN', 'QUERIED', 'ANSWERED', 'SETTLED', 'GONE')),
    found_at        timestamptz not null default clock_timestamp(),
    changed_at      timestamptz not null default clock_timestamp(),
    version         bigint not null default 0,
    unique (care_package_id, provider_id, day, subject, kind)
);
create index exception_queue on visits.exception (state, day desc, id desc);
create index exception_provider on visits.exception (provider_id, state, day desc, id desc);
comment on table visits.exception is 'A call or visit that is not as it should be, until somebody has looked at it.';
comment on column visits.exception.id is 'plain: key';
comment on column visits.exception.day is 'plain: local day';
comment on column visits.exception.care_package_id is 'plain: at whose door';
comment on column visits.exception.package_ref is 'plain: reference of the package';
comment on column visits.exception.provider_id is 'plain: whose';
comment on column visits.exception.locality is 'plain: where';
comment on column visits.exception.subject is 'plain: key of the call, or the provider’s number of the visit';
comment on column visits.exception.kind is 'plain: what is the matter';
comment on column visits.exception.essential is 'plain: of a call that may not be saved up';
comment on column visits.exception.state is 'plain: open, asked, answered, settled, or gone because the visit was corrected';
comment on column visits.exception.found_at is 'plain: when';
comment on column visits.exception.changed_at is 'plain: last step';
comment on column visits.exception.version is 'plain: optimistic lock';

create table visits.exception_step (
    id           bigint generated always as identity primary key,
    exception_id uuid not null references visits.exception,
    step         text not null check (step in ('QUERIED', 'ANSWERED', 'SETTLED')),
    text         text not null check (text <> '' or step = 'SETTLED'),
    by_account   uuid not null,
    by_name      text not null,
    at           timestamptz not null default clock_timestamp()
);
create index exception_step_of on visits.exception_step (exception_id, id);
create function visits.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'visits.% is only ever added to', tg_table_name using errcode = 'check_violation';
end $$;
create trigger only_added before update or delete on visits.exception_step
    for each row execute function visits.refuse_change();
comment on table visits.exception_step is 'What was asked, answered and decided. Only ever added to.';
comment on column visits.exception_step.id is 'plain: order';
comment on column visits.exception_step.exception_id is 'plain: of which exception';
comment on column visits.exception_step.step is 'plain: asked, answered or settled';
comment on column visits.exception_step.text is 'personal: in words';
comment on column visits.exception_step.by_account is 'plain: account';
comment on column visits.exception_step.by_name is 'personal: name of that person';
comment on column visits.exception_step.at is 'plain: when';

-- What a contract lets pass, from a day on: for one provider, or for all that have nothing of their own.
create table visits.tolerance (
    id               bigint generated always as identity primary key,
    provider_id      uuid references providers.provider,
    from_on          date not null,
    critical_minutes int not null check (critical_minutes between 0 and 120),
    short_percent    int not null check (short_percent between 0 and 100),
    long_minutes     int not null check (long_minutes between 0 and 600),
    reach_minutes    int not null check (reach_minutes between 0 and 360),
    report_days      int not null check (report_days between 0 and 28),
    by_account       uuid,
    by_name          text not null,
    recorded_at      timestamptz not null default clock_timestamp()
);
create unique index tolerance_one_a_day on visits.tolerance (provider_id, from_on) nulls not distinct;
create trigger only_added before update or delete on visits.tolerance
    for each row execute function visits.refuse_change();
comment on table visits.tolerance is 'What a contract lets pass, each from its day. Only ever added to.';
comment on column visits.tolerance.id is 'plain: order';
comment on column visits.tolerance.provider_id is 'plain: for whom; none for all without their own';
comment on column visits.tolerance.from_on is 'plain: first day';
comment on column visits.tolerance.critical_minutes is 'plain: a time-critical call is punctual so many minutes before or after its time, inclusive';
comment on column visits.tolerance.short_percent is 'plain: less than so many hundredths of the minutes due is short';
comment on column visits.tolerance.long_minutes is 'plain: more than so many minutes beyond those due is long';
comment on column visits.tolerance.reach_minutes is 'plain: so far outside the window a visit can still answer the call';
comment on column visits.tolerance.report_days is 'plain: so many days after the call it must have been told';
comment on column visits.tolerance.by_account is 'plain: account';
comment on column visits.tolerance.by_name is 'personal: name of that person';
comment on column visits.tolerance.recorded_at is 'plain: when';
insert into visits.tolerance (from_on, critical_minutes, short_percent, long_minutes, reach_minutes, report_days, by_name)
values ('2015-01-01', 30, 80, 30, 120, 2, 'Pontio');

create function visits.tolerance_on(provider uuid, on_day date) returns visits.tolerance language sql stable as $$
    select t from visits.tolerance t
    where t.from_on <= on_day and (t.provider_id = provider or t.provider_id is null)
    order by t.provider_id is null, t.from_on desc limit 1
$$;

create view visits.report_reading as
    select day, care_package_id, provider_id, placement_id, locality, person_key, call_line_id, outcome, remarks, critical,
        essential, punctual, minutes_due, minutes, workers_due, workers
    from visits.reading;
comment on view visits.report_reading is 'Calls due and what came of them, for measures.';
