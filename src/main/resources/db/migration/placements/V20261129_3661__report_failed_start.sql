-- For the history of a package: those who wrote it hear what became of the agreed day.
create view placements.report_failed_start as
    select f.id, p.care_package_id, f.due_on, f.new_start, f.reason, f.by_name, f.at
    from placements.failed_start f join placements.placement p on p.id = f.placement_id;
comment on view placements.report_failed_start is 'Care that was due to start and did not, by package; the reason may be personal.';
