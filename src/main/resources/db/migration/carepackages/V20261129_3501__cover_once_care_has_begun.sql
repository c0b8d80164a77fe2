-- Bridging ends after the agency's first visit: "nobody" is then who covers, not who cares.
create or replace view carepackages.report_cover as
select c.id, c.care_package_id, c.cover, c.effective_at, c.recorded_at, c.by_name,
    c.cover = 'NONE' and coalesce(
        (select s.status from carepackages.status_event s
         where s.care_package_id = c.care_package_id and s.effective_at <= c.effective_at
         order by s.effective_at desc, s.recorded_at desc, s.id desc limit 1) = 'LIVE', false) as provider_cares
from carepackages.cover_event c;
