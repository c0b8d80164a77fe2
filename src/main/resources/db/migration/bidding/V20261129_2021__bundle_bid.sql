-- Bids that were made in one form for several adverts of a bundle: each is a bid like any other. Where the provider wants
-- them only together, they stand, fall and are awarded together.
create table bidding.bundle_bid (
    id           uuid primary key,
    bundle_id    uuid not null references adverts.bundle,
    provider_id  uuid not null references providers.provider,
    only_together boolean not null,
    bids         int not null check (bids between 1 and 5),
    submitted_by uuid not null,
    submitted_at timestamptz not null,
    check (bids > 1 or not only_together)
);
create index bundle_bid_of on bidding.bundle_bid (bundle_id, provider_id);
comment on table bidding.bundle_bid is 'Bids made together for several adverts of a bundle.';
comment on column bidding.bundle_bid.id is 'plain: key';
comment on column bidding.bundle_bid.bundle_id is 'plain: the bundle; sealed like the bids';
comment on column bidding.bundle_bid.provider_id is 'plain: who bids; sealed like the bids';
comment on column bidding.bundle_bid.only_together is 'plain: all of these bids or none';
comment on column bidding.bundle_bid.bids is 'plain: how many bids were made with it';
comment on column bidding.bundle_bid.submitted_by is 'plain: account that sent it in';
comment on column bidding.bundle_bid.submitted_at is 'plain: when it was sent in';

alter table bidding.bid add column bundle_bid_id uuid references bidding.bundle_bid;
create index bid_bundle on bidding.bid (bundle_bid_id) where bundle_bid_id is not null;
comment on column bidding.bid.bundle_bid_id is 'plain: the bids it was made with; none for a bid made by itself';

create function bidding.bundle_bid_stays() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'bid' then
        if new.bundle_bid_id is not distinct from old.bundle_bid_id then return new; end if;
    end if;
    raise exception 'what was bid together stays together' using errcode = 'check_violation';
end $$;
create trigger bundle_bid_stays before update or delete on bidding.bundle_bid
    for each row execute function bidding.bundle_bid_stays();
create trigger bundle_bid_stays before update on bidding.bid
    for each row execute function bidding.bundle_bid_stays();

-- All or nothing, looked at when the transaction ends. Who else writes one of these bids at the same moment waits here, and
-- then sees what the other did.
create function bidding.only_together() returns trigger language plpgsql as $$
declare
    wanted record;
    standing int;
    chosen int;
    made int;
begin
    select b.* into wanted from bidding.bundle_bid b where b.id = new.bundle_bid_id for update;
    if not wanted.only_together then return null; end if;
    select count(*), count(*) filter (where m.status <> 'WITHDRAWN'), count(*) filter (where m.status in ('SELECTED', 'SUCCESSFUL'))
        into made, standing, chosen from bidding.bid m where m.bundle_bid_id = wanted.id;
    if made <> wanted.bids or standing not in (0, made) then
        raise exception 'these bids stand only together' using errcode = 'check_violation', constraint = 'bids_only_together';
    end if;
    if chosen not in (0, made) then
        raise exception 'these bids are awarded only together' using errcode = 'check_violation', constraint = 'awarded_only_together';
    end if;
    return null;
end $$;
create constraint trigger only_together_made after insert on bidding.bid
    deferrable initially deferred for each row when (new.bundle_bid_id is not null) execute function bidding.only_together();
create constraint trigger only_together_moved after update on bidding.bid
    deferrable initially deferred for each row when (new.bundle_bid_id is not null and new.status <> old.status)
    execute function bidding.only_together();
