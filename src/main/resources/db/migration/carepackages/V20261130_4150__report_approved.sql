-- Packages that were approved and are not with their writers again, for the pages of other rooms about them. A draft that was
-- withdrawn is none.
create view carepackages.report_approved as
    select id as care_package_id, ref as package_ref from carepackages.care_package
    where approved_at is not null and status not in ('DRAFT', 'SUBMITTED', 'RETURNED');
