-- Adverts that were published together, because their packages would make a run: each for its own package, in its own
-- words, all with one deadline and the weights of one lot.
create table adverts.bundle (
    id                uuid primary key,
    ref               text not null unique check (ref ~ '^BND-[0-9A-Z]{4}-[0-9A-Z]$'),
    published_by      uuid not null,
    published_by_name text not null,
    published_at      timestamptz not null
);
create index bundle_list on adverts.bundle (published_at desc, id desc);
comment on table adverts.bundle is 'Sets of adverts that were published together and may be bid for together.';
comment on column adverts.bundle.id is 'plain: key';
comment on column adverts.bundle.ref is 'plain: how people name it';
comment on column adverts.bundle.published_by is 'plain: account that published it';
comment on column adverts.bundle.published_by_name is 'plain: name of that account at the time';
comment on column adverts.bundle.published_at is 'plain: when it was published';

create table adverts.bundle_advert (
    bundle_id uuid not null references adverts.bundle,
    advert_id uuid not null unique references adverts.advert,
    position  int not null check (position between 1 and 5),
    primary key (bundle_id, position)
);
comment on table adverts.bundle_advert is 'Which adverts a bundle is made of; written with it and never changed.';
comment on column adverts.bundle_advert.bundle_id is 'plain: the bundle';
comment on column adverts.bundle_advert.advert_id is 'plain: one of its adverts; no advert is in two';
comment on column adverts.bundle_advert.position is 'plain: its place on the page';

create function adverts.bundle_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a bundle is made of what it was published with' using errcode = 'check_violation';
end $$;
create trigger bundle_stays before update or delete on adverts.bundle for each row execute function adverts.bundle_stays();
create trigger bundle_stays before update or delete on adverts.bundle_advert for each row execute function adverts.bundle_stays();

-- Looked at when the transaction ends: its rounds are written, and their deadlines moved, one by one.
create function adverts.bundle_is_one() returns trigger language plpgsql as $$
declare
    bundle uuid;
begin
    if tg_table_name = 'bundle' then bundle := new.id;
    elsif tg_table_name = 'bundle_advert' then bundle := new.bundle_id;
    else select b.bundle_id into bundle from adverts.bundle_advert b where b.advert_id = new.id;
    end if;
    if bundle is null then return null; end if;
    if (select count(*) from adverts.bundle_advert b where b.bundle_id = bundle) < 2 then
        raise exception 'a bundle has two adverts at least' using errcode = 'check_violation', constraint = 'bundle_of_several';
    end if;
    if (select count(distinct (a.deadline, a.questions_until, a.lot, a.weight_set)) from adverts.bundle_advert b
            join adverts.advert a on a.id = b.advert_id where b.bundle_id = bundle and a.status = 'OPEN') > 1 then
        raise exception 'the adverts of a bundle close together' using errcode = 'check_violation', constraint = 'bundle_closes_together';
    end if;
    return null;
end $$;
create constraint trigger bundle_is_one after insert on adverts.bundle
    deferrable initially deferred for each row execute function adverts.bundle_is_one();
create constraint trigger bundle_is_one after insert on adverts.bundle_advert
    deferrable initially deferred for each row execute function adverts.bundle_is_one();
create constraint trigger bundle_is_one after update on adverts.advert
    deferrable initially deferred for each row when (new.deadline <> old.deadline) execute function adverts.bundle_is_one();
