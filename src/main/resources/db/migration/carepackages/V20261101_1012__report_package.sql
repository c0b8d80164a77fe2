create view carepackages.report_package as
    select id as care_package_id, ref as package_ref, locality, user_minutes_week, carer_minutes_week
    from carepackages.care_package;
