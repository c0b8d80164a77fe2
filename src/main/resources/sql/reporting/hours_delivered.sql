select c.starts_on, c.kind,
    case :split when 'area' then c.locality when 'provider' then c.provider_id::text end as split_code,
    case :split when 'area' then a.name_en when 'provider' then p.name end as name_en,
    case :split when 'area' then a.name_cy when 'provider' then p.name end as name_cy,
    sum(c.user_minutes) as user_minutes, sum(c.carer_minutes) as carer_minutes, count(distinct c.person_key) as people
from care c
join areas.report_locality a on a.code = c.locality
left join providers.report_provider p on p.id = c.provider_id
where (cast(:area as text) is null or c.locality = :area)
  and (cast(:provider as uuid) is null or c.provider_id = :provider)
group by 1, 2, 3, 4, 5
order by c.starts_on, name_en nulls last, c.kind
