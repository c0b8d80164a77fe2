-- How the council gives out work in a patch, from which day, decided by whom and why. Rows are added, never changed; the
-- latest that has begun is in force, so there is one at any time. Without any, bidding is open.
create table adverts.allocation (
    locality      text not null references areas.locality,
    number        int not null check (number > 0),
    mode          text not null check (mode in ('OPEN', 'FIRST_REFUSAL', 'INHOUSE', 'DIRECT_AWARD')),
    lead          uuid references providers.provider,
    working_hours int check (working_hours between 1 and 40),
    direct_reason text check (direct_reason in ('PERSONS_CHOICE', 'CONTINUITY', 'URGENT', 'SOLE_CAPABLE', 'PROVIDER_FAILURE')),
    starts_on     date not null,
    reason        text not null check (reason <> '' and length(reason) <= 500),
    by_account    uuid not null,
    by_name       text not null,
    at            timestamptz not null,
    primary key (locality, number),
    check ((lead is not null) = (mode = 'FIRST_REFUSAL')),
    check ((working_hours is not null) = (mode in ('FIRST_REFUSAL', 'INHOUSE'))),
    check ((direct_reason is not null) = (mode = 'DIRECT_AWARD')),
    check (starts_on >= (at at time zone 'Europe/London')::date)
);
comment on column adverts.allocation.locality is 'plain: the patch';
comment on column adverts.allocation.number is 'plain: first, second, … decision about the patch; of two at once one gets it';
comment on column adverts.allocation.mode is 'plain: who is asked first';
comment on column adverts.allocation.lead is 'plain: provider with first refusal';
comment on column adverts.allocation.working_hours is 'plain: how many of the council’s working hours the first asked has to itself';
comment on column adverts.allocation.direct_reason is 'plain: ground on which packages are awarded directly';
comment on column adverts.allocation.starts_on is 'plain: first day; never in the past';
comment on column adverts.allocation.reason is 'plain: why';
comment on column adverts.allocation.by_account is 'plain: account that decided';
comment on column adverts.allocation.by_name is 'plain: name of that colleague';
comment on column adverts.allocation.at is 'plain: when it was decided';

create function adverts.allocation_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a decision about a patch is followed by another, never changed' using errcode = 'check_violation';
end $$;
create trigger allocation_stays before update or delete on adverts.allocation
    for each row execute function adverts.allocation_stays();

-- The way a round went to the market, fixed when it was published. A round without a row was open from the start.
create table adverts.route (
    advert_id       uuid primary key references adverts.advert,
    mode            text not null check (mode in ('FIRST_REFUSAL', 'INHOUSE', 'DIRECT_AWARD')),
    holder          uuid references providers.provider,
    holds_until     timestamptz,
    released_at     timestamptz,
    meant           uuid references providers.provider,
    skipped         text[] not null default '{}',
    override_reason text not null default '' check (length(override_reason) <= 500),
    check ((holder is null) = (holds_until is null)),
    check (meant is null or cardinality(skipped) > 0),
    check (released_at is null or released_at = holds_until),
    check (mode <> 'DIRECT_AWARD' or holder is null),
    check ((holder is not null)::int + (cardinality(skipped) > 0)::int + (override_reason <> '')::int = 1)
);
create index route_holder on adverts.route (holder, holds_until);
comment on column adverts.route.advert_id is 'plain: the round';
comment on column adverts.route.mode is 'plain: how work in the patch was given out at that moment';
comment on column adverts.route.holder is 'plain: provider that was asked first';
comment on column adverts.route.holds_until is 'plain: until when nobody else sees the round; only ever moves earlier';
comment on column adverts.route.released_at is 'plain: when the provider asked first declined';
comment on column adverts.route.meant is 'plain: provider that would have been asked first';
comment on column adverts.route.skipped is 'plain: why nobody was asked first although the patch says so';
comment on column adverts.route.override_reason is 'plain: why the broker did otherwise than the patch says';

create function adverts.keep_route() returns trigger language plpgsql as $$
declare
    round adverts.advert;
begin
    if tg_op = 'UPDATE' then
        if (new.advert_id, new.mode, new.holder, new.meant, new.skipped, new.override_reason)
                is distinct from (old.advert_id, old.mode, old.holder, old.meant, old.skipped, old.override_reason)
            or new.holds_until > old.holds_until then
            raise exception 'the route was fixed when the round was published' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    select a.* into strict round from adverts.advert a where a.id = new.advert_id;
    if new.holds_until <= round.published_at or round.deadline < new.holds_until
            + (case when round.urgent then interval '4 hours' else interval '24 hours' end) then
        raise exception 'the others need their time' using errcode = 'check_violation', constraint = 'route_leaves_time';
    end if;
    return new;
end $$;
create trigger keep_route before insert or update on adverts.route for each row execute function adverts.keep_route();

-- Rounds only one provider may see at this moment.
create view adverts.held as
    select advert_id, holder, holds_until from adverts.route where holds_until > clock_timestamp();
