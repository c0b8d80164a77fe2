-- As it was known at a moment: added up from the visits themselves, because the sums know only what is known now. Enablement is
-- written over, so nobody can say any more what was known of it. A week belongs to the day on which it begins.
with care as (
    select date_trunc(:unit, v.visit_date::timestamp)::date as starts_on, v.locality, v.provider_id, v.kind, v.person_key, v.care_package_id,
        v.user_minutes, v.carer_minutes
    from visits.report_visit_known(:known, cast(:from as date), cast(:end as date) + 6) v
    where date_trunc(:unit, v.visit_date::timestamp) >= :from and date_trunc(:unit, v.visit_date::timestamp) < :end
    union all
    select date_trunc(:unit, b.day)::date, b.locality, null, 'BRIDGING', b.person_key, b.care_package_id, b.user_minutes, b.carer_minutes
    from bridging.report_day_known(:known) b
    where b.day >= :from and b.day < cast(:end as date) + 6
      and date_trunc(:unit, b.day) >= :from and date_trunc(:unit, b.day) < :end
)
