-- A bank gives what was saved by the day on which it is used, so that its ledger is never below nothing on any day; within a
-- week the hours are one budget, in any order.

-- What of the block may still be used on that day: the least that is left on it or on any later day.
create function visits.bank_left(package uuid, block date, wanted date) returns int language sql stable as $$
    select coalesce(min(t.left_on), 0)::int from (
        select d.day, (select coalesce(sum(case e.kind when 'SAVED' then e.minutes else -e.minutes end), 0) from visits.time_entry e
            where e.care_package_id = package and e.block_from = block and e.day <= d.day) as left_on
        from (select wanted as day union select e.day from visits.time_entry e
            where e.care_package_id = package and e.block_from = block and e.day > wanted) d) t
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
    elsif agreed.mode = 'BANK' and new.minutes > visits.bank_left(new.care_package_id, new.block_from, new.day) then
        raise exception 'bank: not saved by that day' using errcode = 'check_violation';
    end if;
    if new.kind in ('EXPIRED', 'RETURNED') and ends > carepackages.today() then
        raise exception 'bank: the block is not over' using errcode = 'check_violation';
    end if;
    return new;
end $$;
