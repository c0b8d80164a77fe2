-- Delivered care by month or week, of each kind apart: agencies, the in-house service, bridging and enablement.
-- Enablement is declared a week at a time and counts where its Monday falls; it names nobody.
with care as (
    select d.starts_on, d.locality, d.provider_id, d.kind, d.person_key, d.care_package_id, d.user_minutes, d.carer_minutes
    from visits.report_delivered d
    where d.period = :period and d.starts_on >= :from and d.starts_on < :end
    union all
    select date_trunc(:unit, b.day)::date, b.locality, null, 'BRIDGING', b.person_key, b.care_package_id, b.user_minutes, b.carer_minutes
    from bridging.report_day b
    -- A week belongs to the month of its Monday, as for visits, and counts whole.
    where b.day >= :from and b.day < cast(:end as date) + 6
      and date_trunc(:unit, b.day)::date >= :from and date_trunc(:unit, b.day)::date < :end
    union all
    select date_trunc(:unit, e.monday)::date, e.locality, null, 'ENABLEMENT', null, null, e.user_minutes, e.carer_minutes
    from bridging.report_enablement e
    where e.monday >= :from and e.monday < :end
)
