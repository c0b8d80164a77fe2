-- User minutes a week by area, part of the day and number of workers: calls nobody holds of everybody who waits, hospital
-- and bridging included, without packages on hold; against what providers who may take new work have declared and not yet
-- given away.
with need as (
    select w.locality, c.band as part, c.workers, sum(c.user_minutes_week) as minutes
    from carepackages.report_waiting(clock_timestamp(), clock_timestamp()) w
    join carepackages.report_call c on c.care_package_id = w.care_package_id
    where w.status <> 'ON_HOLD'
      and not exists (select from placements.report_standing_line s where s.call_line_id = c.call_line_id)
    group by 1, 2, 3),
supply as (
    select h.locality, h.part_of_day as part, h.workers,
        sum(greatest(h.left_minutes, 0)) filter (where h.valid_until >= :today and h.declared_on >= :oldest) as fresh,
        sum(greatest(h.left_minutes, 0)) filter (where not (h.valid_until >= :today and h.declared_on >= :oldest)) as stale
    from providers.report_capacity h
    where h.accredited_until >= :today and h.embargo = 'NONE'
      and not exists (select from placements.report_leaving g where g.provider_id = h.provider_id and g.moved)
    group by 1, 2, 3)
select l.code, l.name_en, l.name_cy, p.part, k.workers, coalesce(n.minutes, 0) as needed, coalesce(s.fresh, 0) as fresh,
    coalesce(s.stale, 0) as stale
from areas.report_locality l
cross join unnest(array['MORNING', 'LUNCH', 'TEA', 'BED', 'NIGHT']) with ordinality as p(part, place)
cross join (values (1), (2)) as k(workers)
left join need n on n.locality = l.code and n.part = p.part and n.workers = k.workers
left join supply s on s.locality = l.code and s.part = p.part and s.workers = k.workers
order by k.workers, l.name_en, l.code, p.place
