-- Which rounds looked for somebody for a package, and since when.
create view adverts.report_search as
    select care_package_id, id as advert_id, ref, round, status, published_at, deadline from adverts.advert;
