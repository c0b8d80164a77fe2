-- How flexible the hours of a package are, each from its day on, and what was saved and used: minutes as the person receives
-- them. Within a block (a week, or thirteen) no more is saved than is owed, and no more used than was saved.
create table visits.flexible_agreement (
    care_package_id uuid not null references carepackages.care_package,
    from_on         date not null,
    mode            text not null check (mode in ('NONE', 'WEEK', 'BANK')),
    at_end          text check (at_end in ('EXPIRES', 'RETURNS')),
    by_account      uuid not null,
    by_name         text not null,
    at              timestamptz not null default clock_timestamp(),
    primary key (care_package_id, from_on),
    check ((mode = 'NONE') = (at_end is null))
);
comment on table visits.flexible_agreement is 'How flexible the hours of a package are, from a day on. Only ever added to.';
comment on column visits.flexible_agreement.care_package_id is 'plain: of which package';
comment on column visits.flexible_agreement.from_on is 'plain: first day; blocks of thirteen weeks count from here';
comment on column visits.flexible_agreement.mode is 'plain: not at all, within the week, or a bank over thirteen weeks';
comment on column visits.flexible_agreement.at_end is 'plain: whether what is left at the end of a block expires or returns to the council';
comment on column visits.flexible_agreement.by_account is 'plain: account that agreed it';
comment on column visits.flexible_agreement.by_name is 'personal: name of that person';
comment on column visits.flexible_agreement.at is 'plain: when';

create table visits.time_entry (
    id              bigint generated always as identity primary key,
    care_package_id uuid not null references carepackages.care_package,
    placement_id    uuid references placements.placement,
    block_from      date not null,
    kind            text not null check (kind in ('SAVED', 'USED', 'EXPIRED', 'RETURNED')),
    day             date not null,
    minutes         int not null check (minutes between 1 and 20000),
    reason          text not null default '',
    by_account      uuid not null,
    by_name         text not null,
    at              timestamptz not null default clock_timestamp(),
    check (kind in ('EXPIRED', 'RETURNED') or (placement_id is not null and reason <> '')),
    check (day >= block_from)
);
create index time_entry_block on visits.time_entry (care_package_id, block_from, id);
create unique index time_entry_one_end on visits.time_entry (care_package_id, block_from) where kind in ('EXPIRED', 'RETURNED');
comment on table visits.time_entry is 'Minutes saved, used, expired or returned. Only ever added to.';
comment on column visits.time_entry.id is 'plain: order';
comment on column visits.time_entry.care_package_id is 'plain: of which package';
comment on column visits.time_entry.placement_id is 'plain: whose provider recorded it; none for the end of a block';
comment on column visits.time_entry.block_from is 'plain: first day of the week or the thirteen weeks';
comment on column visits.time_entry.kind is 'plain: what happened to them';
comment on column visits.time_entry.day is 'plain: on which day';
comment on column visits.time_entry.minutes is 'plain: how many, as the person receives them';
comment on column visits.time_entry.reason is 'personal: why, in words';
comment on column visits.time_entry.by_account is 'plain: account that recorded it';
comment on column visits.time_entry.by_name is 'personal: name of that person';
comment on column visits.time_entry.at is 'plain: when';

create trigger only_added before update or delete on visits.time_entry
    for each row execute function visits.refuse_change();
create trigger only_added before delete on visits.flexible_agreement
    for each row execute function visits.refuse_change();

-- First day of the block a day is in, by the agreement of that day; null where nothing is flexible.
create function visits.block_of(package uuid, wanted date) returns date language sql stable as $$
    select case a.mode when 'WEEK' then date_trunc('week', wanted)::date
                       when 'BANK' then a.from_on + ((wanted - a.from_on) / 91) * 91 end
    from visits.flexible_agreement a
    where a.care_package_id = package and a.from_on <= wanted order by a.from_on desc limit 1
$$;

-- Whoever enters something into a block waits for whoever is doing so already.
create function visits.keep_bank() returns trigger language plpgsql as $$
declare
    agreed visits.flexible_agreement;
    ends date;
    saved int;
    gone int;
    owed int;
begin
    select * into agreed from visits.flexible_agreement a
    where a.care_package_id = new.care_package_id and a.from_on <= new.day order by a.from_on desc limit 1 for update;
    if agreed.mode is null or agreed.mode = 'NONE' or visits.block_of(new.care_package_id, new.day) <> new.block_from then
        raise exception 'bank: no such block' using errcode = 'check_violation';
    end if;
    ends := new.block_from + case agreed.mode when 'WEEK' then 7 else 91 end;
    select coalesce(sum(e.minutes) filter (where e.kind = 'SAVED'), 0), coalesce(sum(e.minutes) filter (where e.kind <> 'SAVED'), 0)
    into saved, gone from visits.time_entry e where e.care_package_id = new.care_package_id and e.block_from = new.block_from;
    if exists (select from visits.time_entry e where e.care_package_id = new.care_package_id and e.block_from = new.block_from
            and e.kind in ('EXPIRED', 'RETURNED')) then
        raise exception 'bank: the block is over' using errcode = 'check_violation';
    end if;
    if new.kind = 'SAVED' then
        select coalesce(sum(c.minutes), 0) into owed from placements.report_calls_on(new.block_from, ends - 1) c
        where c.care_package_id = new.care_package_id and not c.suspended;
        if saved + new.minutes > owed then
            raise exception 'bank: more than the block owes' using errcode = 'check_violation';
        end if;
    elsif gone + new.minutes > saved then
        raise exception 'bank: more than was saved' using errcode = 'check_violation';
    end if;
    if new.kind in ('EXPIRED', 'RETURNED') and ends > carepackages.today() then
        raise exception 'bank: the block is not over' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_bank before insert on visits.time_entry
    for each row execute function visits.keep_bank();
-- A row of the agreement is locked, never edited.
create trigger only_added_too before update on visits.flexible_agreement
    for each row execute function visits.refuse_change();
