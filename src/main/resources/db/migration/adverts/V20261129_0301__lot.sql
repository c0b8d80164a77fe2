-- Each advert is for one kind of work; all there were so far were for calls in the course of the day.
alter table adverts.advert add lot text not null default 'SESSIONAL' check (lot in ('SESSIONAL', 'NIGHT', 'LIVE_IN'));
comment on column adverts.advert.lot is 'plain: kind of work; only providers let in for it see the round and may bid';

create or replace function adverts.keep_terms() returns trigger language plpgsql as $$
begin
    if new.deadline < old.deadline then
        raise exception 'the deadline of % may only move later', old.ref using errcode = 'check_violation';
    end if;
    if (new.care_package_id, new.round, new.lot, new.need, new.equipment, new.worker_risks, new.rate_floor, new.rate_ceiling,
            new.weight_quality, new.weight_price, new.weight_start, new.weight_windows, new.weight_continuity,
            new.weight_welsh, new.published_at)
        is distinct from (old.care_package_id, old.round, old.lot, old.need, old.equipment, old.worker_risks, old.rate_floor,
            old.rate_ceiling, old.weight_quality, old.weight_price, old.weight_start, old.weight_windows,
            old.weight_continuity, old.weight_welsh, old.published_at) then
        raise exception 'the terms of % were fixed when it was published', old.ref using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- Whoever is asked first and may no longer take the work does not keep it from the others, and takes nothing up by a bid
-- that stands: that bid is judged with theirs.
alter table adverts.route add ended_for text[] not null default '{}',
    add check (cardinality(ended_for) = 0 or released_at is not null);
comment on column adverts.route.ended_for is 'plain: why the provider asked first could no longer take the work, which ended its time';

create or replace function adverts.keep_route() returns trigger language plpgsql as $$
declare
    round adverts.advert;
begin
    if tg_op = 'UPDATE' then
        if (new.advert_id, new.mode, new.holder, new.meant, new.skipped, new.override_reason)
                is distinct from (old.advert_id, old.mode, old.holder, old.meant, old.skipped, old.override_reason)
            or new.holds_until > old.holds_until
            or new.ended_for <> old.ended_for and old.released_at is not null then
            raise exception 'the route was fixed when the round was published' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    select a.* into strict round from adverts.advert a where a.id = new.advert_id;
    if new.holds_until <= round.published_at or round.deadline < new.holds_until
            + (case when round.urgent then interval '4 hours' else interval '24 hours' end) then
        raise exception 'the others need their time' using errcode = 'check_violation', constraint = 'route_leaves_time';
    end if;
    if new.holder is not null then
        perform from providers.provider p where p.id = new.holder and p.embargo = 'NONE' for share;
        if not found then
            raise exception 'work is stopped for whoever would be asked first' using errcode = 'check_violation',
                constraint = 'route_holder_may_work';
        end if;
    end if;
    return new;
end $$;

-- Whatever stops the work, and whether or not anybody listens.
create function adverts.embargo_ends_first_refusal() returns trigger language plpgsql as $$
declare
    at timestamptz := clock_timestamp();
begin
    update adverts.route r set holds_until = at, released_at = at, ended_for = '{EMBARGO}'
    where r.holder = new.id and r.holds_until > at;
    return null;
end $$;
create constraint trigger embargo_ends_first_refusal after update on providers.provider
    deferrable initially deferred for each row when (new.embargo <> 'NONE' and old.embargo = 'NONE')
    execute function adverts.embargo_ends_first_refusal();
