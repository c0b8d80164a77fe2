-- A first refusal that ended because its holder could not take the work was not taken up, whatever the holder had bid.
create or replace view adverts.taken_up as
    select r.advert_id, r.holder, r.holds_until as closed_at
    from adverts.route r
    where r.holds_until <= clock_timestamp() and cardinality(r.ended_for) = 0
      and exists (select from bidding.bid b
                  where b.advert_id = r.advert_id and b.provider_id = r.holder and b.status <> 'WITHDRAWN'
                    and b.submitted_at < r.holds_until);

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
    if not exists (select from providers.accreditation c where c.provider_id = new.provider_id and round.lot = any(c.lots)) then
        raise check_violation using constraint = 'bid_for_own_lot', message = 'the provider is not let in for this kind of work';
    end if;
    return new;
end $$;
