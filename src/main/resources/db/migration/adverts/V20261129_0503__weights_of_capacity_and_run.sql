-- Spare hours that were declared and care given in the patch already count too, from adverts on that say so.
alter table adverts.advert
    add column weight_capacity int not null default 0 check (weight_capacity between 0 and 100),
    add column weight_run int not null default 0 check (weight_run between 0 and 100);
comment on column adverts.advert.weight_capacity is 'plain: points of a hundred for spare hours declared where and when the calls are';
comment on column adverts.advert.weight_run is 'plain: points of a hundred for care given in the patch already';

do $$
declare
    sum_of_six text;
begin
    select conname into strict sum_of_six from pg_constraint
    where conrelid = 'adverts.advert'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%weight_quality + weight_price%';
    execute format('alter table adverts.advert drop constraint %I', sum_of_six);
end $$;
alter table adverts.advert add constraint advert_weights_sum check (weight_quality + weight_price + weight_start
    + weight_windows + weight_continuity + weight_welsh + weight_capacity + weight_run = 100);

create or replace function adverts.keep_terms() returns trigger language plpgsql as $$
begin
    if new.deadline < old.deadline then
        raise exception 'the deadline of % may only move later', old.ref using errcode = 'check_violation';
    end if;
    if (new.care_package_id, new.round, new.lot, new.need, new.equipment, new.worker_risks, new.rate_floor, new.rate_ceiling,
            new.weight_quality, new.weight_price, new.weight_start, new.weight_windows, new.weight_continuity,
            new.weight_welsh, new.weight_capacity, new.weight_run, new.published_at)
        is distinct from (old.care_package_id, old.round, old.lot, old.need, old.equipment, old.worker_risks, old.rate_floor,
            old.rate_ceiling, old.weight_quality, old.weight_price, old.weight_start, old.weight_windows,
            old.weight_continuity, old.weight_welsh, old.weight_capacity, old.weight_run, old.published_at) then
        raise exception 'the terms of % were fixed when it was published', old.ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
