-- What a provider has told a person to expect: each call of the plan with its time and who comes. Calls are published, never
-- taken back; what is changed afterwards is written down beside what stood before.
create table visits.rota_call (
    id            uuid primary key,
    placement_id  uuid not null references placements.placement,
    call_line_id  uuid not null references carepackages.call_line,
    day           date not null,
    position      int not null,
    band          text not null check (band in ('MORNING', 'LUNCH', 'TEA', 'BED', 'NIGHT')),
    window_from   time,
    window_to     time,
    time_critical boolean not null,
    starts        time not null,
    minutes       int not null check (minutes > 0),
    worker        text not null check (worker <> '' and length(worker) <= 60),
    second_worker text check (second_worker <> '' and length(second_worker) <= 60),
    workers       int not null check (workers in (1, 2)),
    published_by  uuid not null,
    published_at  timestamptz not null,
    version       bigint not null default 0,
    constraint rota_call_once unique (placement_id, call_line_id, day),
    constraint rota_two_workers check ((workers = 2) = (second_worker is not null)),
    constraint rota_two_people check (lower(second_worker) <> lower(worker)),
    constraint rota_critical_in_window check (not time_critical or starts between window_from and window_to)
);
create index rota_call_day on visits.rota_call (placement_id, day);
comment on column visits.rota_call.id is 'plain: key';
comment on column visits.rota_call.placement_id is 'plain: which placement';
comment on column visits.rota_call.call_line_id is 'plain: which call of the plan';
comment on column visits.rota_call.day is 'plain: on which day it begins';
comment on column visits.rota_call.position is 'plain: place of the call in the plan';
comment on column visits.rota_call.band is 'plain: part of the day';
comment on column visits.rota_call.window_from is 'plain: agreed window when published';
comment on column visits.rota_call.window_to is 'plain: end of the agreed window';
comment on column visits.rota_call.time_critical is 'plain: the time is part of the care';
comment on column visits.rota_call.starts is 'plain: when it is to begin, by the clock on the wall';
comment on column visits.rota_call.minutes is 'plain: how long, as the person receives it';
comment on column visits.rota_call.worker is 'personal: name of the worker as the person knows them';
comment on column visits.rota_call.second_worker is 'personal: the other worker of a double-handed call';
comment on column visits.rota_call.workers is 'plain: one or two';
comment on column visits.rota_call.published_by is 'plain: account';
comment on column visits.rota_call.published_at is 'plain: when';
comment on column visits.rota_call.version is 'plain: counts changes, so that an old page cannot save over a new one';

create table visits.rota_change (
    id            bigint generated always as identity primary key,
    rota_call_id  uuid not null references visits.rota_call,
    starts_before time not null,
    starts_after  time not null,
    worker_before text not null,
    worker_after  text not null,
    second_before text,
    second_after  text,
    by_account    uuid not null,
    by_name       text not null,
    at            timestamptz not null,
    told          text check (told in ('PHONE', 'IN_PERSON', 'THROUGH_OTHERS', 'IN_WRITING')),
    told_at       timestamptz,
    told_by       uuid,
    constraint rota_told_whole check (num_nonnulls(told, told_at, told_by) in (0, 3)),
    constraint rota_told_after check (told_at >= at),
    constraint rota_changed check ((starts_before, worker_before, second_before) is distinct from (starts_after, worker_after, second_after))
);
create index rota_change_call on visits.rota_change (rota_call_id, id);
create index rota_change_untold on visits.rota_change (rota_call_id) where told is null;
comment on table visits.rota_change is 'A change of time or worker after a call was published, and whether the person was told. Only ever added to.';
comment on column visits.rota_change.id is 'plain: key, in order';
comment on column visits.rota_change.rota_call_id is 'plain: which call';
comment on column visits.rota_change.starts_before is 'plain: time before';
comment on column visits.rota_change.starts_after is 'plain: time after';
comment on column visits.rota_change.worker_before is 'personal: name of the worker before';
comment on column visits.rota_change.worker_after is 'personal: name of the worker after';
comment on column visits.rota_change.second_before is 'personal: the other worker before';
comment on column visits.rota_change.second_after is 'personal: the other worker after';
comment on column visits.rota_change.by_account is 'plain: account';
comment on column visits.rota_change.by_name is 'personal: who changed it';
comment on column visits.rota_change.at is 'plain: when';
comment on column visits.rota_change.told is 'plain: how the person was told; none while they were not';
comment on column visits.rota_change.told_at is 'plain: when that was recorded';
comment on column visits.rota_change.told_by is 'plain: account that recorded it';

create function visits.rota_change_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.told is not null
        or (new.rota_call_id, new.starts_before, new.starts_after, new.worker_before, new.worker_after, new.by_account, new.at)
            is distinct from (old.rota_call_id, old.starts_before, old.starts_after, old.worker_before, old.worker_after,
                old.by_account, old.at) then
        raise exception 'what was changed and told stays' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger rota_change_stays before update or delete on visits.rota_change
    for each row execute function visits.rota_change_stays();

-- For other rooms: what was planned, and which changes the person was told of. Without names.
create view visits.report_rota_call as
    select c.id, c.placement_id, p.provider_id, p.package_ref, p.locality, c.call_line_id, c.day, c.starts, c.minutes, c.workers
    from visits.rota_call c join placements.report_placement p on p.id = c.placement_id;
create view visits.report_rota_change as
    select h.id, c.placement_id, p.provider_id, p.locality, c.day, h.at, h.told is not null as told, h.told_at,
        h.starts_before <> h.starts_after as retimed,
        (h.worker_before, h.second_before) is distinct from (h.worker_after, h.second_after) as reassigned
    from visits.rota_change h join visits.rota_call c on c.id = h.rota_call_id
    join placements.report_placement p on p.id = c.placement_id;
