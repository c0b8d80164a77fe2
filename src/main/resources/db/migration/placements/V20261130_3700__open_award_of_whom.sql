-- Also who proposed what waits: whoever would advertise the package meanwhile is told.
create or replace view placements.report_open_award as
    select a.care_package_id, a.provider_id, a.ref, a.proposed_by_name, a.proposed_at
    from placements.award a where a.status in ('PROPOSED', 'OFFERED');
