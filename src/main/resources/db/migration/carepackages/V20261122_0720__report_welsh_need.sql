-- How many people in each area would like their care in Welsh, as counts: nobody is named or can be followed.
create view carepackages.report_welsh_need as
    select k.locality, p.welsh, k.status = 'LIVE' as in_care, count(distinct k.person_id) as people
    from carepackages.care_package k join people.person p on p.id = k.person_id
    where k.status in ('APPROVED', 'SOURCING', 'UNSOURCED', 'AWARDED', 'ON_HOLD', 'LIVE') and p.welsh in ('NEED', 'PREFERENCE')
    group by k.locality, p.welsh, k.status = 'LIVE';
