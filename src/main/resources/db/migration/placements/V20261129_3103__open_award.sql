-- Decisions that wait for a second person or for the provider: for the desk, to say whose answer need not be waited for.
create view placements.report_open_award as
    select a.care_package_id, a.provider_id from placements.award a where a.status in ('PROPOSED', 'OFFERED');
