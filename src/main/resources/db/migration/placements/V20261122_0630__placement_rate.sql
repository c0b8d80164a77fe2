-- The rate agreed at acceptance stays in the placement and its service order. Later rates stand here, each from its day.
create table placements.placement_rate (
    placement_id     uuid not null references placements.placement,
    from_on          date not null,
    was              numeric(8, 2) not null check (was > 0),
    rate             numeric(8, 2) not null check (rate > 0 and rate <> was),
    proposal         text not null,
    decided_by       uuid not null,
    decided_by_name  text not null,
    decided_at       timestamptz not null,
    primary key (placement_id, from_on)
);
comment on table placements.placement_rate is 'New rates of running placements, from a day on; only ever added to, never for the past.';
comment on column placements.placement_rate.placement_id is 'plain: the placement';
comment on column placements.placement_rate.from_on is 'plain: first day of the rate';
comment on column placements.placement_rate.was is 'plain: pounds a worker''s hour on the day before';
comment on column placements.placement_rate.rate is 'plain: pounds a worker''s hour from then on';
comment on column placements.placement_rate.proposal is 'plain: reference of the approved proposal it came from';
comment on column placements.placement_rate.decided_by is 'plain: account of the second person';
comment on column placements.placement_rate.decided_by_name is 'personal: name of that member of staff';
comment on column placements.placement_rate.decided_at is 'plain: when';

create function placements.rate_after_today() returns trigger language plpgsql as $$
begin
    if new.from_on <= (clock_timestamp() at time zone 'Europe/London')::date then
        raise exception 'placements.placement_rate: what is delivered keeps its rate' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger after_today before insert on placements.placement_rate
    for each row execute function placements.rate_after_today();
create trigger only_added before update or delete on placements.placement_rate
    for each row execute function placements.refuse_change();

-- What a worker's hour of a placement costs on a day.
create function placements.rate_on(placement uuid, agreed numeric, day date) returns numeric language sql stable as $$
    select coalesce((select r.rate from placements.placement_rate r
        where r.placement_id = placement and r.from_on <= day order by r.from_on desc limit 1), agreed)
$$;
