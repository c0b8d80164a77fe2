-- And when it was approved last: words written for an advert before then may be about another need.
create or replace view carepackages.report_approval as
    select care_package_id, min(effective_at) as approved_at, max(effective_at) as approved_last_at
    from carepackages.status_event where status = 'APPROVED' group by care_package_id;
