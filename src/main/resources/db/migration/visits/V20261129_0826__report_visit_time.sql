-- Visits as they stand with their times, to hold them against the moment from which none was due.
create view visits.report_visit_time as
    select care_package_id, placement_id, provider_id, visit_date, actual_start, actual_end, status, user_minutes, carer_minutes
    from visits.visit where superseded_at is null;
