-- A bid above the ceiling says why, and stands only where the council has opened the way for exceptions.
alter table bidding.bid add exceptional_reason text check (exceptional_reason <> '' and length(exceptional_reason) <= 2000);
comment on column bidding.bid.exceptional_reason is 'personal: why the rate is above the ceiling, in the provider’s words; only for such a bid';

create function bidding.rate_is_allowed() returns trigger language plpgsql as $$
declare
    highest numeric;
begin
    select rate_ceiling into highest from adverts.advert where id = new.advert_id;
    if new.rate <= highest then
        return new;
    end if;
    if new.exceptional_reason is null then
        raise exception 'bidding.bid: a rate above the ceiling needs its reason' using errcode = 'check_violation';
    end if;
    if not exists (select from rates.exception e join adverts.advert a on a.id = new.advert_id
            where (e.locality is null or e.locality = a.locality) and new.rate <= e.highest
              and e.valid @> (clock_timestamp() at time zone 'Europe/London')::date) then
        raise exception 'bidding.bid: no exception is open here' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger rate_is_allowed before insert on bidding.bid for each row execute function bidding.rate_is_allowed();
-- What was allowed when it was bid stays a bid when the way is closed.
create trigger new_rate_is_allowed before update on bidding.bid for each row
    when (old.rate is distinct from new.rate or old.exceptional_reason is distinct from new.exceptional_reason)
    execute function bidding.rate_is_allowed();
