-- A bid above the ceiling says why, and is taken only while the council has opened the way for exceptions. What was allowed
-- when it was bid stays a bid when the way is closed again.
alter table bidding.bid add exceptional_reason text check (exceptional_reason <> '' and length(exceptional_reason) <= 2000);
comment on column bidding.bid.exceptional_reason is 'personal: why the rate is above the ceiling, in the provider’s words; only for such a bid';

create or replace function bidding.terms_keep_to_the_advert() returns trigger language plpgsql as $$
declare
    round adverts.advert;
begin
    select a.* into strict round from adverts.advert a where a.id = new.advert_id;
    if new.rate not between round.rate_floor and round.rate_ceiling
        and not (new.rate > round.rate_ceiling and new.exceptional_reason is not null
            and exists (select from rates.exception e
                where (e.locality is null or e.locality = round.locality) and new.rate <= e.highest
                  and e.valid @> (clock_timestamp() at time zone 'Europe/London')::date)) then
        raise check_violation using constraint = 'bid_rate_within_envelope', message = 'rate outside the advert''s bounds';
    end if;
    if coalesce(new.amended_at, new.submitted_at)
            >= coalesce((select t.closed_at from adverts.taken_up t where t.advert_id = round.id), round.deadline) then
        raise check_violation using constraint = 'bid_before_deadline', message = 'terms given after the deadline';
    end if;
    if exists (select from adverts.held h where h.advert_id = round.id and h.holder <> new.provider_id) then
        raise check_violation using constraint = 'bid_while_held', message = 'another provider has first refusal';
    end if;
    return new;
end $$;

drop trigger bid_amended on bidding.bid;
create trigger bid_amended before update on bidding.bid
    for each row when ((old.rate, old.exceptional_reason, old.start_on, old.coverage, old.note, old.amended_at) is distinct from
                       (new.rate, new.exceptional_reason, new.start_on, new.coverage, new.note, new.amended_at))
    execute function bidding.terms_keep_to_the_advert();
