-- What other rooms' lists may say of a round.
create view adverts.report_round as
    select id, ref, locality, status, deadline from adverts.advert;
