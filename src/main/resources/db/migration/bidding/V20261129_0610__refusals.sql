-- What the market answered to a round, once no answer can come any more: until then nobody learns who bids and who does not.
-- A round taken back before its time has no answer.
create view bidding.report_round as
    select a.id as advert_id, a.ref, a.care_package_id, a.locality, a.welsh, a.status,
        coalesce(t.closed_at, a.deadline) as closed_at,
        exists (select from adverts.advert_line i where i.advert_id = a.id and i.workers = 2) as two_workers,
        array(select distinct i.band from adverts.advert_line i where i.advert_id = a.id order by 1) as bands,
        (select count(*) from bidding.bid b where b.advert_id = a.id and b.status not in ('WITHDRAWN', 'SET_ASIDE')) as bids
    from adverts.advert a left join adverts.taken_up t on t.advert_id = a.id
    where coalesce(t.closed_at, a.deadline) <= clock_timestamp()
      and (a.status <> 'CANCELLED' or a.ended_at >= coalesce(t.closed_at, a.deadline));

-- Who changed its mind and bid has not declined.
create view bidding.report_decline as
    select d.advert_id, d.provider_id, d.reason, d.at
    from bidding.decline d join bidding.report_round r on r.advert_id = d.advert_id
    where not exists (select from bidding.bid b
                      where b.advert_id = d.advert_id and b.provider_id = d.provider_id and b.status <> 'WITHDRAWN');

create index decline_provider on bidding.decline (provider_id, at);
