select c.package_ref, w.status, w.waiting_since, sum(c.user_minutes_week) as minutes
from carepackages.report_waiting(clock_timestamp(), clock_timestamp()) w
join carepackages.report_call c on c.care_package_id = w.care_package_id
where w.status <> 'ON_HOLD' and w.locality = :area and c.band = :part and c.workers = :workers
  and not exists (select from placements.report_standing_line s where s.call_line_id = c.call_line_id)
group by 1, 2, 3
order by w.waiting_since, c.package_ref
