-- Which reference a package has, for lists that need nothing else of it: report_package adds up its week for every package.
create view carepackages.report_package_ref as
    select p.id as care_package_id, p.ref as package_ref from carepackages.care_package p;
