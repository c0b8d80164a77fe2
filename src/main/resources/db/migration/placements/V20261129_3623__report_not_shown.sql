-- Whom an advert is not there for: whom the person will not have, and whose care for that person is being moved to others.
create view placements.report_not_shown as
    select care_package_id, provider_id from carepackages.report_refusal
    union all
    select care_package_id, provider_id from placements.report_leaving where moved;
