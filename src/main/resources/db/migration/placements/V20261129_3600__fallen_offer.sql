-- What became of bids that were offered the work and did not get it: for the provider that made the bid and for nobody else.
create view placements.report_fallen_offer as
    select a.bid_id, a.status from placements.award a
    where a.bid_id is not null and a.offered_at is not null and a.status in ('DECLINED', 'EXPIRED', 'REVOKED');
