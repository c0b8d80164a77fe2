-- The calls that an award asks of its provider while a second person or the provider has still to answer.
create view placements.report_open_award_call as
    select a.care_package_id, a.provider_id, l.call_line_id
    from placements.award a join placements.award_line l on l.award_id = a.id
    where a.status in ('PROPOSED', 'OFFERED');
