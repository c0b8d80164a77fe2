-- What was thought of a call before it was read anew, for who asks again what was known on a day. Nobody asks how long
-- something was awaited.
-- Of readings that were there already only the moment of this change is known.
alter table visits.reading add column read_at timestamptz not null default now();
alter table visits.reading alter column read_at set default clock_timestamp();
comment on column visits.reading.read_at is 'plain: since when it is thought so';
create table visits.reading_before (
    id            bigint generated always as identity primary key,
    day           date not null,
    provider_id   uuid not null,
    placement_id  uuid,
    locality      text not null,
    person_key    uuid not null,
    call_line_id  uuid,
    outcome       text not null,
    remarks       text[] not null,
    critical      boolean not null,
    essential     boolean not null,
    punctual      boolean,
    read_at       timestamptz not null,
    gone_at       timestamptz not null default clock_timestamp()
);
create index reading_before_day on visits.reading_before (day);
comment on table visits.reading_before is 'What was thought of a call until it was read anew. Only ever added to.';
comment on column visits.reading_before.id is 'plain: key';
comment on column visits.reading_before.day is 'plain: local day of the call';
comment on column visits.reading_before.provider_id is 'plain: whose call';
comment on column visits.reading_before.placement_id is 'plain: under which placement it was due';
comment on column visits.reading_before.locality is 'plain: where';
comment on column visits.reading_before.person_key is 'plain: key of the person';
comment on column visits.reading_before.call_line_id is 'plain: the call';
comment on column visits.reading_before.outcome is 'plain: what came of it';
comment on column visits.reading_before.remarks is 'plain: what there was to say beyond that';
comment on column visits.reading_before.critical is 'plain: its time matters to the half hour';
comment on column visits.reading_before.essential is 'plain: not one that may be saved up';
comment on column visits.reading_before.punctual is 'plain: begun in time; none where nobody came';
comment on column visits.reading_before.read_at is 'plain: since when it was thought so';
comment on column visits.reading_before.gone_at is 'plain: when it was read anew';
create trigger only_added before update or delete on visits.reading_before
    for each row execute function visits.refuse_change();

create function visits.keep_reading() returns trigger language plpgsql as $$
begin
    insert into visits.reading_before (day, provider_id, placement_id, locality, person_key, call_line_id, outcome, remarks, critical,
        essential, punctual, read_at)
    select day, provider_id, placement_id, locality, person_key, call_line_id, outcome, remarks, critical, essential, punctual, read_at
    from gone where call_line_id is not null and outcome <> 'AWAITED';
    return null;
end $$;
create trigger keep_reading after delete on visits.reading referencing old table as gone
    for each statement execute function visits.keep_reading();

create function visits.report_reading_known(known timestamptz, first date, beyond date)
returns table (day date, provider_id uuid, placement_id uuid, locality text, person_key uuid, call_line_id uuid, outcome text,
    remarks text[], critical boolean, essential boolean, punctual boolean)
language sql stable as $$
    select r.day, r.provider_id, r.placement_id, r.locality, r.person_key, r.call_line_id, r.outcome, r.remarks, r.critical, r.essential,
        r.punctual
    from visits.reading r where r.day >= first and r.day < beyond and r.read_at <= known
    union all
    select r.day, r.provider_id, r.placement_id, r.locality, r.person_key, r.call_line_id, r.outcome, r.remarks, r.critical, r.essential,
        r.punctual
    from visits.reading_before r where r.day >= first and r.day < beyond and r.read_at <= known and r.gone_at > known
$$;
-- The first moment of which it is known what was thought of the calls then.
create view visits.report_reading_known_since as
    select least((select min(read_at) from visits.reading), (select min(read_at) from visits.reading_before)) as at;

drop function visits.report_workers(date, date);
create function visits.report_workers(known timestamptz, first date, beyond date)
returns table (placement_id uuid, provider_id uuid, locality text, person_key uuid, worker_key uuid, visits bigint)
language sql stable as $$
    select v.placement_id, v.provider_id, v.locality, v.person_id, md5(v.provider_id || v.worker_id)::uuid, count(*)
    from visits.visit v
    where v.visit_date >= first and v.visit_date < beyond and v.status in ('DELIVERED', 'UNPLANNED') and v.worker_id <> ''
      and v.recorded_at <= known and (v.superseded_at is null or v.superseded_at > known)
    group by v.placement_id, v.provider_id, v.locality, v.person_id, v.worker_id
$$;
