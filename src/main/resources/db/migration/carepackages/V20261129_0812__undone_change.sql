-- A change that is taken back leaves nothing behind: the ends it set no longer count, so that changes which follow each other
-- can be taken back one after the other, the latest first.
create function carepackages.call_until(line uuid) returns date language sql stable as $$
    select min(e.until_on) from carepackages.call_line_end e
    where e.call_line_id = line and not exists (select from carepackages.replan u where u.undoes_id = e.replan_id)
$$;

create or replace function carepackages.keep_call() returns trigger language plpgsql as $$
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
        or (new.until_on is distinct from old.until_on and new.until_on is distinct from carepackages.call_until(new.id))
        or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at) then
        raise exception 'a call is never edited: another takes its place' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create or replace function carepackages.end_call() returns trigger language plpgsql as $$
begin
    update carepackages.call_line set until_on = carepackages.call_until(id) where id = new.call_line_id;
    return new;
end $$;

create function carepackages.undo_ends() returns trigger language plpgsql as $$
begin
    update carepackages.call_line set until_on = carepackages.call_until(id)
    where id in (select e.call_line_id from carepackages.call_line_end e where e.replan_id = new.undoes_id);
    return new;
end $$;
create trigger undo_ends after insert on carepackages.replan
    for each row when (new.undoes_id is not null) execute function carepackages.undo_ends();

-- As it was known: an end that was taken back counts until that was recorded.
create or replace function carepackages.report_call_line_known(known timestamptz)
returns table (call_line_id uuid, care_package_id uuid, days text, minutes int, workers int, tier text, from_on date, until_on date)
language sql stable as $$
    select l.id, l.care_package_id, l.days, l.minutes, l.workers, l.tier, l.from_on,
        (select min(e.until_on) from carepackages.call_line_end e where e.call_line_id = l.id and e.recorded_at <= known
            and not exists (select from carepackages.replan u where u.undoes_id = e.replan_id and u.recorded_at <= known))
    from carepackages.call_line l
    left join carepackages.replan r on r.id = l.replan_id
    where l.superseded_at is null and (r.id is null or r.recorded_at <= known)
$$;
comment on table carepackages.call_line_end is 'That a call is no longer given from a day on; of several that were not taken back the earliest counts. Only ever added to.';
