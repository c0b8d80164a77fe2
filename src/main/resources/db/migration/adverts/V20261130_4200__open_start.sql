-- When care is wanted, as the round says that is open. It may be later than the package says, whose day has passed.
create view adverts.report_open_start as
    select care_package_id, start_earliest, start_latest from adverts.advert where status = 'OPEN';
