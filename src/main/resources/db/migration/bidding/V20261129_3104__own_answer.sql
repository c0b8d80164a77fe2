-- What a provider itself has answered to an advert that is still open: for its own list and for nobody else's.
create view bidding.report_own_answer as
    select b.advert_id, b.provider_id, 'BID' as answer from bidding.bid b where b.status <> 'WITHDRAWN'
    union all
    select d.advert_id, d.provider_id, 'DECLINED' from bidding.decline d
    where not exists (select from bidding.bid b
                      where b.advert_id = d.advert_id and b.provider_id = d.provider_id and b.status <> 'WITHDRAWN');
