with live as (
    select p.id, p.package_ref, p.locality, p.provider_id,
        b.placement_id is not null as back, b.reason
    from placements.report_placement_known(:known) p
    left join lateral (select h.placement_id, h.reason from placements.report_handback_known(:known) h
        where h.placement_id = p.id and h.given_on >= :from and h.given_on < :end
        order by h.given_on limit 1) b on true
    where p.first_visit_at < cast(:from as date)::timestamp at time zone 'Europe/London' and coalesce(p.ended_on, 'infinity') > :from
), week as (
    select l.placement_id, sum(c.minutes * length(c.days)) as minutes
    from live p join placements.placement_line l on l.placement_id = p.id
    join carepackages.report_call_line_known(:known) c on c.call_line_id = l.call_line_id
        and coalesce(c.from_on, '-infinity') <= :from and coalesce(c.until_on, 'infinity') > :from
    group by l.placement_id
)
select s.measure, p.package_ref as ref, p.locality, p.provider_id, null::uuid as person_key, s.cases, case when p.back then s.cases else 0 end as met,
    0::bigint as user_minutes, 0::bigint as carer_minutes, null::int as days, p.reason
from live p left join week w on w.placement_id = p.id
cross join lateral (values ('HANDBACKS', 1::bigint), ('HANDBACK_HOURS', coalesce(w.minutes, 0))) s (measure, cases)
