-- Visits recorded while nobody had to come, as known at a moment. They are part of the hours of agencies and of the in-house
-- service in care.sql. A week belongs to the day on which it begins.
with care as (
    select date_trunc(:unit, v.visit_date::timestamp)::date as starts_on, v.locality, v.provider_id, 'NOT_DUE' as kind, v.person_key,
        v.care_package_id, v.user_minutes, v.carer_minutes
    from visits.report_not_due_visit(:known, cast(:from as date), cast(:end as date) + 6) v
    where date_trunc(:unit, v.visit_date::timestamp) >= :from and date_trunc(:unit, v.visit_date::timestamp) < :end
)
