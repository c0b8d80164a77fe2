-- What counts how much, for each kind of work and from which day: proposed by one commissioner, approved by another, never
-- edited. The first came with the product; the latest approved one that has begun is in force, so there always is one.
create table adverts.weight_set (
    lot              text not null check (lot in ('SESSIONAL', 'NIGHT', 'LIVE_IN')),
    number           int not null check (number > 0),
    status           text not null check (status in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    quality          int not null check (quality between 0 and 100),
    price            int not null check (price between 0 and 100),
    start            int not null check (start between 0 and 100),
    windows          int not null check (windows between 0 and 100),
    continuity       int not null check (continuity between 0 and 100),
    welsh            int not null check (welsh between 0 and 100),
    capacity         int not null check (capacity between 0 and 100),
    run              int not null check (run between 0 and 100),
    starts_on        date not null,
    reason           text not null check (reason <> '' and length(reason) <= 500),
    proposed_by      uuid,
    proposed_by_name text not null,
    proposed_at      timestamptz not null,
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    decision_reason  text check (decision_reason <> '' and length(decision_reason) <= 500),
    primary key (lot, number),
    constraint weight_set_sum check (quality + price + start + windows + continuity + welsh + capacity + run = 100),
    check (number = 1 or proposed_by is not null),
    check (number = 1 or (status = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_by_name is null)),
    -- Nobody decides on what they proposed; who proposed may only take it back.
    constraint weight_set_second_person check (number = 1 or (status = 'WITHDRAWN') = (decided_by is not distinct from proposed_by)),
    check (status <> 'REFUSED' or decision_reason is not null),
    -- What has been published was weighed by the set of its day: none begins before it was agreed.
    constraint weight_set_not_backdated check (number = 1
        or starts_on >= (coalesce(case when status = 'APPROVED' then decided_at end, proposed_at) at time zone 'Europe/London')::date)
);
create unique index weight_set_one_open on adverts.weight_set (lot) where status = 'PROPOSED';
create index weight_set_in_force on adverts.weight_set (lot, starts_on desc, number desc) where status = 'APPROVED';
comment on table adverts.weight_set is 'What counts how much when bids are compared, for each lot and from a day on; rows are added, proposed by one and decided by another.';
comment on column adverts.weight_set.lot is 'plain: kind of work it is for';
comment on column adverts.weight_set.number is 'plain: counts the sets of the lot; 1 came with the product';
comment on column adverts.weight_set.status is 'plain: PROPOSED, APPROVED, REFUSED or WITHDRAWN';
comment on column adverts.weight_set.quality is 'plain: points of 100 for quality';
comment on column adverts.weight_set.price is 'plain: points of 100 for the rate';
comment on column adverts.weight_set.start is 'plain: points of 100 for the start of care';
comment on column adverts.weight_set.windows is 'plain: points of 100 for calls at the times asked for';
comment on column adverts.weight_set.continuity is 'plain: points of 100 for whoever looked after the person before';
comment on column adverts.weight_set.welsh is 'plain: points of 100 for care in Welsh';
comment on column adverts.weight_set.capacity is 'plain: points of 100 for spare hours declared';
comment on column adverts.weight_set.run is 'plain: points of 100 for care given in the patch already';
comment on column adverts.weight_set.starts_on is 'plain: first day on which it may be in force';
comment on column adverts.weight_set.reason is 'plain: why, in the proposer''s words';
comment on column adverts.weight_set.proposed_by is 'plain: account of the proposer; none for the set that came with the product';
comment on column adverts.weight_set.proposed_by_name is 'plain: name of the proposer at the time';
comment on column adverts.weight_set.proposed_at is 'plain: when it was proposed';
comment on column adverts.weight_set.decided_by is 'plain: account of the one who decided; another than the proposer, unless it was taken back';
comment on column adverts.weight_set.decided_by_name is 'plain: name of the one who decided';
comment on column adverts.weight_set.decided_at is 'plain: when it was decided';
comment on column adverts.weight_set.decision_reason is 'plain: why it was refused';

-- The reference's 40 quality, 30 price, 30 fit, as adverts have had it so far.
insert into adverts.weight_set (lot, number, status, quality, price, start, windows, continuity, welsh, capacity, run, starts_on,
        reason, proposed_by_name, proposed_at)
select lot, 1, 'APPROVED', 40, 30, 10, 8, 4, 2, 3, 3, '2018-01-01', 'Came with Pontio: 40 quality, 30 price, 30 fit.', 'Pontio', '2018-01-01'
from unnest(array['SESSIONAL', 'NIGHT', 'LIVE_IN']) as lot;

create function adverts.keep_weight_set() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a set of weights is followed by another, never taken away' using errcode = 'check_violation';
    end if;
    if old.status <> 'PROPOSED' or (new.lot, new.number, new.quality, new.price, new.start, new.windows, new.continuity, new.welsh,
            new.capacity, new.run, new.starts_on, new.reason, new.proposed_by, new.proposed_by_name, new.proposed_at)
        is distinct from (old.lot, old.number, old.quality, old.price, old.start, old.windows, old.continuity, old.welsh,
            old.capacity, old.run, old.starts_on, old.reason, old.proposed_by, old.proposed_by_name, old.proposed_at) then
        raise exception 'a set of weights is decided once and never edited' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_weight_set before update or delete on adverts.weight_set
    for each row execute function adverts.keep_weight_set();

-- Each advert says by which set it is weighed, or why by none.
alter table adverts.advert
    add column weight_set int,
    add column weights_reason text not null default '' check (length(weights_reason) <= 500),
    add constraint advert_weight_set foreign key (lot, weight_set) references adverts.weight_set (lot, number);
comment on column adverts.advert.weight_set is 'plain: number of the lot''s set its weights are those of; none for weights of its own';
comment on column adverts.advert.weights_reason is 'plain: why it is weighed otherwise than its lot; empty for the lot''s set and for adverts from before there were sets';

create function adverts.weighed_by_its_lot() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if (new.weight_set, new.weights_reason) is distinct from (old.weight_set, old.weights_reason) then
            raise exception 'how % is weighed was fixed when it was published', old.ref using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if new.weight_set is null then
        if new.weights_reason = '' then
            raise exception 'other weights than those of the lot need a reason' using errcode = 'check_violation',
                constraint = 'advert_weights_told';
        end if;
    elsif not exists (select from adverts.weight_set s
            where s.lot = new.lot and s.number = new.weight_set and s.status = 'APPROVED'
              and s.starts_on <= (new.published_at at time zone 'Europe/London')::date
              and (s.quality, s.price, s.start, s.windows, s.continuity, s.welsh, s.capacity, s.run)
                = (new.weight_quality, new.weight_price, new.weight_start, new.weight_windows, new.weight_continuity,
                    new.weight_welsh, new.weight_capacity, new.weight_run)) then
        raise exception 'these are not the weights of the set' using errcode = 'check_violation', constraint = 'advert_weights_of_set';
    end if;
    return new;
end $$;
create trigger weighed_by_its_lot before insert or update on adverts.advert
    for each row execute function adverts.weighed_by_its_lot();
