select count(distinct person_key) as people, coalesce(sum(user_minutes), 0) as user_minutes,
    coalesce(sum(carer_minutes), 0) as carer_minutes, coalesce(sum(enablement_minutes_displaced), 0) as displaced_minutes
from bridging.report_day_known(:known)
where day >= :from and day < :end and (cast(:area as text) is null or locality = :area)
