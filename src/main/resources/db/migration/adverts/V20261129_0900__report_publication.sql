-- When a package was first advertised: its search for a provider is measured from there.
create view adverts.report_publication as
    select care_package_id, min(published_at) as first_published_at from adverts.advert group by care_package_id;
