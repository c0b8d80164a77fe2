-- When a package was first approved for sourcing: from there the person waits.
create view carepackages.report_approval as
    select care_package_id, min(effective_at) as approved_at
    from carepackages.status_event where status = 'APPROVED' group by care_package_id;
