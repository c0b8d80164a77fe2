-- With the team, so that who asks for a team's packages need not read all of them.
create or replace view carepackages.report_package_ref as
    select p.id as care_package_id, p.ref as package_ref, p.team_id from carepackages.care_package p;
