-- Packages for which the council's own team was asked to bridge, whatever it answered: for the page that reminds of asking.
create view bridging.report_asked as select distinct e.care_package_id from bridging.episode e;
