-- A plan under which care is given is never edited. A change ends calls on a day and begins others on it; a call of the
-- first plan has no first day. What is planned anew stays in the package with who, when and why.
create function carepackages.today() returns date language sql stable as $$
    select (now() at time zone 'Europe/London')::date
$$;

create table carepackages.replan (
    id              uuid primary key,
    care_package_id uuid not null references carepackages.care_package,
    cause           text not null unique,
    from_on         date not null,
    until_on        date check (until_on > from_on),
    undoes_id       uuid unique references carepackages.replan,
    by_account      uuid not null,
    by_name         text not null,
    recorded_at     timestamptz not null default clock_timestamp()
);
create index replan_package on carepackages.replan (care_package_id, from_on);
comment on table carepackages.replan is 'That the week is planned anew from a day on. Only ever added to.';
comment on column carepackages.replan.id is 'plain: key';
comment on column carepackages.replan.care_package_id is 'plain: its package';
comment on column carepackages.replan.cause is 'plain: reference of what was agreed';
comment on column carepackages.replan.from_on is 'plain: first day of the new week';
comment on column carepackages.replan.until_on is 'plain: first day on which the week before returns; none for good';
comment on column carepackages.replan.undoes_id is 'plain: the change that this one takes back before it came';
comment on column carepackages.replan.by_account is 'plain: account whose step made it so';
comment on column carepackages.replan.by_name is 'personal: name of that person';
comment on column carepackages.replan.recorded_at is 'plain: when the system came to know';

alter table carepackages.call_line
    add from_on date,
    add until_on date,
    add replan_id uuid references carepackages.replan,
    add check ((from_on is null) = (replan_id is null)),
    add check (until_on >= from_on);
comment on column carepackages.call_line.from_on is 'plain: first day of the call; none for a call of the first plan';
comment on column carepackages.call_line.until_on is 'plain: first day without the call; none while no end is known; the earliest of its ends';
comment on column carepackages.call_line.replan_id is 'plain: the change that brought it';

create table carepackages.call_line_end (
    call_line_id uuid not null references carepackages.call_line,
    replan_id    uuid not null references carepackages.replan,
    until_on     date not null,
    recorded_at  timestamptz not null default clock_timestamp(),
    primary key (call_line_id, replan_id)
);
comment on table carepackages.call_line_end is 'That a call is no longer given from a day on; of several the earliest counts. Only ever added to.';
comment on column carepackages.call_line_end.call_line_id is 'plain: which call';
comment on column carepackages.call_line_end.replan_id is 'plain: the change that ends it';
comment on column carepackages.call_line_end.until_on is 'plain: first day without it';
comment on column carepackages.call_line_end.recorded_at is 'plain: when the system came to know';

create index call_line_package on carepackages.call_line (care_package_id) where superseded_at is null;
alter table carepackages.call_line drop constraint call_line_position,
    add constraint call_line_position exclude using gist (care_package_id with =, position with =,
        daterange(from_on, until_on) with &&) where (superseded_at is null) deferrable initially deferred;

create function carepackages.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'carepackages.% is only ever added to', tg_table_name using errcode = 'check_violation';
end $$;
create trigger only_added before update or delete on carepackages.replan
    for each row execute function carepackages.refuse_change();
create trigger only_added before update or delete on carepackages.call_line_end
    for each row execute function carepackages.refuse_change();

-- The end of a call moves nearer, never away; nothing else of it changes, and nothing of a package in care is taken out.
create function carepackages.keep_call() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if exists (select from carepackages.care_package where id = old.care_package_id and approved_at is not null) then
            raise exception 'a call of an approved package is kept' using errcode = 'check_violation';
        end if;
        return old;
    end if;
    if (old.care_package_id, old.position, old.days, old.band, old.minutes, old.workers, old.time_critical, old.tier,
            old.worker_gender, old.tasks)
        is distinct from (new.care_package_id, new.position, new.days, new.band, new.minutes, new.workers,
            new.time_critical, new.tier, new.worker_gender, new.tasks)
        or (old.window_from, old.window_to, old.time_critical_reason, old.short_reason, old.from_on, old.replan_id)
        is distinct from (new.window_from, new.window_to, new.time_critical_reason, new.short_reason, new.from_on, new.replan_id)
        or coalesce(new.until_on, 'infinity') > coalesce(old.until_on, 'infinity')
        or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at) then
        raise exception 'a call is never edited: another takes its place' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_call before update or delete on carepackages.call_line
    for each row execute function carepackages.keep_call();

create function carepackages.end_call() returns trigger language plpgsql as $$
begin
    update carepackages.call_line set until_on = least(coalesce(until_on, 'infinity'), new.until_on) where id = new.call_line_id;
    return new;
end $$;
create trigger end_call after insert on carepackages.call_line_end
    for each row execute function carepackages.end_call();

-- All calls that were ever part of a week somebody approved, each with its days: half open, none means unbounded.
create view carepackages.report_call_line as
    select l.id as call_line_id, l.care_package_id, l.position, l.days, l.band, l.window_from, l.window_to, l.minutes,
        l.workers, l.time_critical, l.tier, l.short_reason, l.from_on, l.until_on, l.replan_id
    from carepackages.call_line l
    where l.superseded_at is null;

-- The same as it was known at a moment: changes recorded later are not there, ends recorded later have not come.
create function carepackages.report_call_line_known(known timestamptz)
returns table (call_line_id uuid, care_package_id uuid, days text, minutes int, workers int, tier text, from_on date, until_on date)
language sql stable as $$
    select l.id, l.care_package_id, l.days, l.minutes, l.workers, l.tier, l.from_on,
        (select min(e.until_on) from carepackages.call_line_end e where e.call_line_id = l.id and e.recorded_at <= known)
    from carepackages.call_line l
    left join carepackages.replan r on r.id = l.replan_id
    where l.superseded_at is null and (r.id is null or r.recorded_at <= known)
$$;

-- User and carer minutes a week of a package by the calls of a day.
create function carepackages.minutes_on(package uuid, day date, out user_minutes int, out carer_minutes int)
language sql stable as $$
    select coalesce(sum(l.minutes * length(l.days)), 0)::int, coalesce(sum(l.minutes * length(l.days) * l.workers), 0)::int
    from carepackages.call_line l
    where l.care_package_id = package and l.superseded_at is null
      and coalesce(l.from_on, '-infinity') <= day and coalesce(l.until_on, 'infinity') > day
$$;

create or replace view carepackages.report_call as
    select l.id as call_line_id, l.care_package_id, p.ref as package_ref, p.locality, l.band, l.workers,
        l.minutes * length(l.days) as user_minutes_week
    from carepackages.call_line l join carepackages.care_package p on p.id = l.care_package_id
    where l.superseded_at is null and coalesce(l.from_on, '-infinity') <= carepackages.today()
      and coalesce(l.until_on, 'infinity') > carepackages.today();

create or replace view carepackages.report_package as
    select p.id as care_package_id, p.ref as package_ref, p.locality, m.user_minutes as user_minutes_week,
        m.carer_minutes as carer_minutes_week
    from carepackages.care_package p cross join lateral carepackages.minutes_on(p.id, carepackages.today()) m;

create or replace view carepackages.report_sourcing as
    select p.id as care_package_id, p.ref as package_ref, p.status, p.locality, m.user_minutes as user_minutes_week,
        m.carer_minutes as carer_minutes_week,
        coalesce((select max(e.effective_at) from carepackages.status_event e
                where e.care_package_id = p.id and e.status = 'RESOURCING'),
            (select min(e.effective_at) from carepackages.status_event e
                where e.care_package_id = p.id and e.status = 'APPROVED')) as waiting_since,
        coalesce((select e.cover from carepackages.cover_event e
            where e.care_package_id = p.id and e.effective_at <= now()
            order by e.effective_at desc, e.id desc limit 1), 'NONE') as cover
    from carepackages.care_package p cross join lateral carepackages.minutes_on(p.id, carepackages.today()) m
    where p.status not in ('DRAFT', 'SUBMITTED', 'RETURNED');
comment on column carepackages.care_package.user_minutes_week is 'plain: minutes a week the person receives by the first plan; later days by call_line';
comment on column carepackages.care_package.carer_minutes_week is 'plain: minutes a week workers spend by the first plan; later days by call_line';
