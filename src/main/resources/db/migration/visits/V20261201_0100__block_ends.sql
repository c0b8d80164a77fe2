-- A block is over after the last day that is in it: another agreement that begins before its seven days or thirteen weeks are
-- over ends it. Without that, what was saved in it could neither be used nor end, and whoever ended blocks stumbled over it.
create function visits.block_ends(package uuid, block date) returns date language sql stable as $$
    select coalesce(max(d.day::date), block) + 1 from generate_series(block, block + 90, interval '1 day') d (day)
    where visits.block_of(package, d.day::date) = block
$$;

create or replace function visits.keep_bank() returns trigger language plpgsql as $$
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
    ends := visits.block_ends(new.care_package_id, new.block_from);
    select coalesce(sum(e.minutes) filter (where e.kind = 'SAVED'), 0), coalesce(sum(e.minutes) filter (where e.kind <> 'SAVED'), 0)
    into saved, gone from visits.time_entry e where e.care_package_id = new.care_package_id and e.block_from = new.block_from;
    if exists (select from visits.time_entry e where e.care_package_id = new.care_package_id and e.block_from = new.block_from
            and e.kind in ('EXPIRED', 'RETURNED')) then
        raise exception 'bank: the block is over' using errcode = 'check_violation';
    end if;
    if new.kind = 'SAVED' then
        select coalesce(sum(c.minutes), 0) into owed from placements.report_calls_on(new.block_from, ends - 1) c
        where c.care_package_id = new.care_package_id and not c.suspended
            and visits.block_of(new.care_package_id, c.day) = new.block_from;
        if saved + new.minutes > owed then
            raise exception 'bank: more than the block owes' using errcode = 'check_violation';
        end if;
    elsif gone + new.minutes > saved then
        raise exception 'bank: more than was saved' using errcode = 'check_violation';
    elsif agreed.mode = 'BANK' and new.kind = 'USED'
            and new.minutes > visits.bank_left(new.care_package_id, new.block_from, new.day) then
        raise exception 'bank: not saved by that day' using errcode = 'check_violation';
    end if;
    if new.kind in ('EXPIRED', 'RETURNED') and ends > carepackages.today() then
        raise exception 'bank: the block is not over' using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- What was entered stays in its block: another agreement begins after the last day of which something was entered.
create function visits.keep_agreement() returns trigger language plpgsql as $$
begin
    if exists (select from visits.time_entry e where e.care_package_id = new.care_package_id and e.day >= new.from_on) then
        raise exception 'bank: entered on that day already' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_agreement before insert on visits.flexible_agreement
    for each row execute function visits.keep_agreement();
