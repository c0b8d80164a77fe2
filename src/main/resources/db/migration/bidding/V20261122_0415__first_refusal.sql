-- Whoever was asked first and had a bid standing when its time was up has taken the round: it closed at that moment and
-- nobody else ever sees it. Here, because only this schema knows of bids.
create view adverts.taken_up as
    select r.advert_id, r.holder, r.holds_until as closed_at
    from adverts.route r
    where r.holds_until <= clock_timestamp()
      and exists (select from bidding.bid b
                  where b.advert_id = r.advert_id and b.provider_id = r.holder and b.status <> 'WITHDRAWN'
                    and b.submitted_at < r.holds_until);

create or replace view adverts.report_round as
    select a.id, a.ref, a.locality, a.status, coalesce(t.closed_at, a.deadline) as deadline
    from adverts.advert a left join adverts.taken_up t on t.advert_id = a.id;

create or replace function bidding.terms_keep_to_the_advert() returns trigger language plpgsql as $$
declare
    round adverts.advert;
begin
    select a.* into strict round from adverts.advert a where a.id = new.advert_id;
    if new.rate not between round.rate_floor and round.rate_ceiling then
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

create or replace function bidding.opening_waits_for_the_deadline() returns trigger language plpgsql as $$
begin
    if new.opened_at < (select coalesce(t.closed_at, a.deadline)
                        from adverts.advert a left join adverts.taken_up t on t.advert_id = a.id
                        where a.id = new.advert_id) then
        raise check_violation using constraint = 'opening_after_deadline', message = 'bids are sealed until the deadline';
    end if;
    return new;
end $$;
