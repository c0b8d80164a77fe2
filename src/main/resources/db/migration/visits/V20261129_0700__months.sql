-- Visits by month: the months that nobody asks about any more are not in the way of those that people do. A provider's
-- number for a visit is unique over all months, which no index of a partitioned table can promise: the table `standing`
-- does, and finds a visit by its number without looking through the months.
drop view visits.report_visit;
drop view visits.report_delivered;

alter table visits.visit rename to visit_before;
alter table visits.visit_before rename constraint visit_pkey to visit_before_pkey;
drop index visits.visit_one_standing;
drop index visits.visit_package_date;
drop index visits.visit_date_provider;

create table visits.visit (
    id                bigint generated always as identity,
    provider_id       uuid not null,
    provider_visit_id text collate "C" not null,
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
    mark              bigint,
    check (status in ('DELIVERED', 'UNPLANNED') or user_minutes = 0),
    check (status not in ('DELIVERED', 'UNPLANNED') or (actual_start is not null and actual_end > actual_start)),
    check (status <> 'MISSED' or actual_start is null),
    primary key (id, visit_date)
) partition by range (visit_date);
create index visit_package_date on visits.visit (care_package_id, visit_date desc, id desc);
create index visit_date_provider on visits.visit (visit_date, provider_id);
comment on table visits.visit is 'What a provider says about one visit; corrections supersede and keep what was said before. A part for each month.';
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
comment on column visits.visit.mark is 'plain: fingerprint of what was said, to know a repetition without reading it; none if it was never worked out';

-- A month is made beside the table and hung in, which lets others go on reading and writing.
create function visits.open_month(day date) returns void language plpgsql as $$
declare
    first date := date_trunc('month', day::timestamp)::date;
    part text := 'visit_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass('visits.' || part) is not null then return; end if;
    perform pg_advisory_xact_lock(hashtextextended('visits.open_month', 0));
    if to_regclass('visits.' || part) is not null then return; end if;
    execute format('create table visits.%I (like visits.visit including defaults including generated including constraints
        including comments including storage)', part);
    execute format('alter table visits.visit attach partition visits.%I for values from (%L) to (%L)',
        part, first, (first + interval '1 month')::date);
end $$;
comment on function visits.open_month(date) is 'Sees to it that visits of that month can be recorded.';

create table visits.standing (
    provider_id       uuid not null,
    provider_visit_id text collate "C" not null,
    visit_date        date not null,
    visit_id          bigint not null,
    mark              bigint,
    primary key (provider_id, provider_visit_id)
);
comment on table visits.standing is 'Which visit stands under a provider’s number: at most one, in whatever month.';
comment on column visits.standing.provider_id is 'plain: whose number';
comment on column visits.standing.provider_visit_id is 'plain: the number';
comment on column visits.standing.visit_date is 'plain: in which month to look';
comment on column visits.standing.visit_id is 'plain: the visit';
comment on column visits.standing.mark is 'plain: fingerprint of what it says';

do $$
declare
    day date;
begin
    for day in
        select generate_series(date_trunc('month', least(min(visit_date), current_date)::timestamp),
            greatest(max(visit_date), current_date) + interval '2 months', interval '1 month')::date
        from visits.visit_before
    loop
        perform visits.open_month(day);
    end loop;
end $$;
insert into visits.visit (id, provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality, kind, visit_date,
    planned_start, planned_end, actual_start, actual_end, workers, status, worker_id, reason, user_minutes, import_id,
    recorded_by, recorded_at, superseded_at)
overriding system value
select id, provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality, kind, visit_date,
    planned_start, planned_end, actual_start, actual_end, workers, status, worker_id, reason, user_minutes, import_id,
    recorded_by, recorded_at, superseded_at
from visits.visit_before
order by id;
select setval(pg_get_serial_sequence('visits.visit', 'id'), greatest((select max(id) from visits.visit), 1));
insert into visits.standing (provider_id, provider_visit_id, visit_date, visit_id)
select provider_id, provider_visit_id, visit_date, id from visits.visit where superseded_at is null;
drop table visits.visit_before;

-- Sums of delivered care. What makes up a sum is its key, so that it is exact whatever the visits say.
drop table visits.delivered;
create table visits.delivered (
    period          text not null check (period in ('MONTH', 'WEEK')),
    starts_on       date not null check (case period when 'WEEK' then extract(isodow from starts_on) = 1 else extract(day from starts_on) = 1 end),
    care_package_id uuid not null,
    provider_id     uuid not null,
    kind            text not null,
    locality        text not null,
    person_key      uuid not null,
    user_minutes    int not null check (user_minutes >= 0),
    carer_minutes   int not null check (carer_minutes >= user_minutes),
    visits          int not null check (visits >= 0),
    primary key (period, starts_on, locality, provider_id, kind, care_package_id, person_key)
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

create table visits.delivered_area (
    period        text not null,
    starts_on     date not null,
    locality      text not null,
    provider_id   uuid not null,
    kind          text not null,
    user_minutes  bigint not null,
    carer_minutes bigint not null,
    visits        int not null,
    people        int not null check (people > 0),
    primary key (period, starts_on, locality, provider_id, kind)
);
comment on table visits.delivered_area is 'Delivered care by month or week, area, provider and kind, with the number of distinct people in each.';
comment on column visits.delivered_area.period is 'plain: month, or week from Monday';
comment on column visits.delivered_area.starts_on is 'plain: first day';
comment on column visits.delivered_area.locality is 'plain: where';
comment on column visits.delivered_area.provider_id is 'plain: provider';
comment on column visits.delivered_area.kind is 'plain: agency or in-house';
comment on column visits.delivered_area.user_minutes is 'plain: minutes of care received';
comment on column visits.delivered_area.carer_minutes is 'plain: minutes of workers';
comment on column visits.delivered_area.visits is 'plain: number of visits';
comment on column visits.delivered_area.people is 'plain: number of distinct people; those of two areas or providers are not to be added';

insert into visits.delivered (period, starts_on, care_package_id, provider_id, kind, locality, person_key, user_minutes, carer_minutes, visits)
select c.period, c.starts_on, v.care_package_id, v.provider_id, v.kind, v.locality, v.person_id,
    sum(v.user_minutes), sum(v.carer_minutes), count(*)
from visits.visit v
cross join lateral (values ('MONTH', date_trunc('month', v.visit_date::timestamp)::date),
    ('WEEK', date_trunc('week', v.visit_date::timestamp)::date)) c (period, starts_on)
where v.superseded_at is null and v.status in ('DELIVERED', 'UNPLANNED')
group by 1, 2, 3, 4, 5, 6, 7;
insert into visits.delivered_area
select period, starts_on, locality, provider_id, kind, sum(user_minutes), sum(carer_minutes), sum(visits), count(distinct person_key)
from visits.delivered
group by period, starts_on, locality, provider_id, kind;

create view visits.report_delivered as select * from visits.delivered;
comment on view visits.report_delivered is 'Hours delivered and people supported by month and week.';
create view visits.report_delivered_area as select * from visits.delivered_area;
comment on view visits.report_delivered_area is 'Hours delivered by month and week, area and provider, with distinct people.';
create view visits.report_visit as
    select visit_date, care_package_id, provider_id, kind, locality, person_id as person_key, user_minutes, carer_minutes, status
    from visits.visit where superseded_at is null;
comment on view visits.report_visit is 'Visits as they stand, behind the figures of report_delivered.';

-- Whoever writes visits, the numbers and sums follow in the same statement: by what was added and what was taken away.
-- One change at a time for each provider. (COPY into the part of a month goes past this; only the demonstration county
-- does so, and makes its own sums.)
create type visits.area_cell as (period text, starts_on date, locality text, provider_id uuid, kind text);

create function visits.follow() returns trigger language plpgsql as $$
declare
    changed text := case tg_op when 'INSERT' then 'select *, 1 as sign from fresh'
        when 'DELETE' then 'select *, -1 as sign from gone'
        else 'select *, -1 as sign from gone union all select *, 1 from fresh' end;
    touched visits.area_cell[];
begin
    execute format('select pg_advisory_xact_lock(hashtextextended(''visits '' || p.provider_id, 0))
        from (select distinct provider_id from (%s) c order by 1) p', changed);
    if tg_op <> 'INSERT' then
        delete from visits.standing s using gone g
            where s.provider_id = g.provider_id and s.provider_visit_id = g.provider_visit_id and s.visit_id = g.id
                and g.superseded_at is null;
    end if;
    if tg_op <> 'DELETE' then
        insert into visits.standing (provider_id, provider_visit_id, visit_date, visit_id, mark)
            select provider_id, provider_visit_id, visit_date, id, mark from fresh where superseded_at is null;
    end if;
    execute format($merge$
        with day as (
            select visit_date, care_package_id, provider_id, kind, locality, person_id, sum(sign * user_minutes)::int as user_minutes,
                sum(sign * carer_minutes)::int as carer_minutes, sum(sign)::int as visits
            from (%s) c where superseded_at is null and status in ('DELIVERED', 'UNPLANNED')
            group by visit_date, care_package_id, provider_id, kind, locality, person_id
        ), cell as (
            select p.period, p.starts_on, care_package_id, provider_id, kind, locality, person_id,
                sum(user_minutes) as user_minutes, sum(carer_minutes) as carer_minutes, sum(visits) as visits
            from day cross join lateral (values ('MONTH', date_trunc('month', visit_date::timestamp)::date),
                ('WEEK', date_trunc('week', visit_date::timestamp)::date)) p (period, starts_on)
            group by p.period, p.starts_on, care_package_id, provider_id, kind, locality, person_id
        ), put as (
            merge into visits.delivered d using cell c on d.period = c.period and d.starts_on = c.starts_on
                and d.locality = c.locality and d.provider_id = c.provider_id and d.kind = c.kind
                and d.care_package_id = c.care_package_id and d.person_key = c.person_id
            when matched and d.visits + c.visits = 0 then delete
            when matched then update set user_minutes = d.user_minutes + c.user_minutes,
                carer_minutes = d.carer_minutes + c.carer_minutes, visits = d.visits + c.visits
            when not matched then insert (period, starts_on, care_package_id, provider_id, kind, locality, person_key,
                    user_minutes, carer_minutes, visits)
                values (c.period, c.starts_on, c.care_package_id, c.provider_id, c.kind, c.locality, c.person_id,
                    c.user_minutes, c.carer_minutes, c.visits)
            returning d.period, d.starts_on, d.locality, d.provider_id, d.kind)
        select array_agg(distinct (period, starts_on, locality, provider_id, kind)::visits.area_cell) from put
        $merge$, changed) into touched;
    merge into visits.delivered_area a using (
        select t.period, t.starts_on, t.locality, t.provider_id, t.kind, sum(d.user_minutes) as user_minutes,
            sum(d.carer_minutes) as carer_minutes, sum(d.visits) as visits, count(distinct d.person_key) as people
        from unnest(touched) t
        left join visits.delivered d using (period, starts_on, locality, provider_id, kind)
        group by t.period, t.starts_on, t.locality, t.provider_id, t.kind) c
    on a.period = c.period and a.starts_on = c.starts_on and a.locality = c.locality and a.provider_id = c.provider_id
        and a.kind = c.kind
    when matched and c.people = 0 then delete
    when matched then update set user_minutes = c.user_minutes, carer_minutes = c.carer_minutes, visits = c.visits, people = c.people
    when not matched and c.people > 0 then insert values (c.period, c.starts_on, c.locality, c.provider_id, c.kind,
        c.user_minutes, c.carer_minutes, c.visits, c.people);
    return null;
end $$;
create trigger follow_insert after insert on visits.visit referencing new table as fresh
    for each statement execute function visits.follow();
create trigger follow_update after update on visits.visit referencing old table as gone new table as fresh
    for each statement execute function visits.follow();
create trigger follow_delete after delete on visits.visit referencing old table as gone
    for each statement execute function visits.follow();

-- Rows of a file wait in a table of their own, made like this one for each import: a file of millions is thrown away in
-- a moment. Unlogged: between upload and confirmation only. After a crash of the server the rows are gone and the file
-- is asked for again, as it is for files that wait now.
drop table visits.import_row;
create unlogged table visits.import_row (
    line              int not null,
    bad               boolean not null,
    provider_visit_id text collate "C",
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
    mark              bigint,
    check (bad or (provider_visit_id is not null and placement_id is not null and visit_date is not null))
);
comment on table visits.import_row is 'The form of the tables in which the rows of a file wait until it is confirmed or discarded.';
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
comment on column visits.import_row.mark is 'plain: fingerprint of all this';

-- Reading a large file goes on behind the page too.
alter table visits.import drop constraint import_status_check,
    add constraint import_status_check check (status in ('READING', 'CHECKED', 'WORKING', 'DONE', 'CANCELLED', 'FAILED')),
    drop constraint import_failure_check,
    add constraint import_failure_check check (failure in ('STALLED', 'FAULT', 'PLACEMENT', 'START', 'GONE', 'UNREADABLE')),
    add column cancel_asked boolean not null default false,
    add column refusal text,
    add column done_rows int not null default 0;
comment on column visits.import.cancel_asked is 'plain: somebody asked to stop the work';
comment on column visits.import.refusal is 'plain: what made the file unreadable';
comment on column visits.import.done_rows is 'plain: rows read or taken over so far, while work goes on';
