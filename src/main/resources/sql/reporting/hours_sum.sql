select count(distinct c.care_package_id) as packages,
    coalesce(sum(c.user_minutes), 0) as user_minutes, coalesce(sum(c.carer_minutes), 0) as carer_minutes
from care c
where c.care_package_id is not null
  and (cast(:area as text) is null or c.locality = :area)
  and (cast(:provider as uuid) is null or c.provider_id = :provider)
  and (cast(:kind as text) is null or c.kind = :kind or (:kind = 'LONG_TERM' and c.kind in ('AGENCY', 'INHOUSE')))
  and (cast(:starts as date) is null or c.starts_on = :starts)
