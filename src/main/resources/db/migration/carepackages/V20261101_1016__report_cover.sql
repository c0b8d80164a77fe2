-- Who looked after the person from when: for the page about cover, and to find the moment the last change took effect.
create view carepackages.report_cover as
    select id, care_package_id, cover, effective_at, recorded_at, by_name from carepackages.cover_event;
