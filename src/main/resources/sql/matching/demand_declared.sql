select h.provider_name, h.declared_on, h.valid_until, h.valid_until >= :today and h.declared_on >= :oldest as fresh,
    h.declared_minutes as declared, h.left_minutes as remaining
from providers.report_capacity h
where h.locality = :area and h.part_of_day = :part and h.workers = :workers
  and h.accredited_until >= :today and h.embargo = 'NONE'
  and not exists (select from placements.report_leaving g where g.provider_id = h.provider_id and g.moved)
order by 4 desc, h.provider_name, h.provider_id
