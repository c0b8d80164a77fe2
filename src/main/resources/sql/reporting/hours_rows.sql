select k.package_ref, a.name_en, a.name_cy, p.name as provider, c.kind,
    sum(c.user_minutes) as user_minutes, sum(c.carer_minutes) as carer_minutes
from care c
join carepackages.report_package k on k.care_package_id = c.care_package_id
join areas.report_locality a on a.code = c.locality
left join providers.report_provider p on p.id = c.provider_id
where (cast(:area as text) is null or c.locality = :area)
  and (cast(:provider as uuid) is null or c.provider_id = :provider)
  and (cast(:kind as text) is null or c.kind = :kind or (:kind = 'LONG_TERM' and c.kind in ('AGENCY', 'INHOUSE')))
  and (cast(:starts as date) is null or c.starts_on = :starts)
  and k.package_ref > :after
group by 1, 2, 3, 4, 5
order by k.package_ref, p.name, c.kind
limit :limit
