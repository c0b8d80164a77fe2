-- Given from the visits themselves: the sums know only what is known now.
-- Hours of whole months; shares of a month that is not over of the days before today, in what was agreed and in what was given.
with this as (
    select date_trunc('month', cast(:today as date)::timestamp)::date as month
), agreed as (
    select * from placements.report_commissioned_known(cast(:from as date), cast(:end as date), cast(:today as date), :known)
), whole as (
    select a.* from agreed a, this where a.starts_on < this.month
    union all
    select c.* from this
    cross join lateral placements.report_commissioned_known(greatest(this.month, cast(:from as date)), cast(:end as date), null, :known) c
    where this.month < cast(:end as date)
), given as (
    select date_trunc('month', v.visit_date::timestamp)::date as starts_on, v.care_package_id, v.provider_id, v.locality, v.person_key,
        sum(v.user_minutes) as user_minutes, sum(v.carer_minutes) as carer_minutes
    from visits.report_visit_known(:known, cast(:from as date), least(cast(:end as date), cast(:today as date))) v
    group by 1, 2, 3, 4, 5
), month as (
    select starts_on, care_package_id, provider_id, max(package_ref) as package_ref, max(locality) as locality,
        (array_agg(person_key))[1] as person_key, sum(agreed_user)::bigint as agreed_user, sum(agreed_carer)::bigint as agreed_carer,
        sum(given_user)::bigint as given_user, sum(given_carer)::bigint as given_carer
    from (
        select starts_on, care_package_id, provider_id, package_ref, locality, person_key, commissioned_user as agreed_user,
            commissioned_carer as agreed_carer, 0 as given_user, 0 as given_carer
        from agreed
        union all
        select starts_on, care_package_id, provider_id, null, locality, person_key, 0, 0, user_minutes, carer_minutes from given) either
    group by starts_on, care_package_id, provider_id
)
select 'HOURS_COMMISSIONED' as measure, w.package_ref as ref, w.locality, w.provider_id, w.person_key, 1::bigint as cases, 0::bigint as met,
    w.commissioned_user as user_minutes, w.commissioned_carer as carer_minutes, null::int as days
from whole w
union all
select s.measure, coalesce(m.package_ref, (select k.package_ref from carepackages.report_package k where k.care_package_id = m.care_package_id)),
    m.locality, m.provider_id, m.person_key, s.agreed, s.given, 0, 0, null
from month m
cross join lateral (values
    ('DELIVERED_OF_COMMISSIONED', m.agreed_user, m.given_user),
    ('DELIVERED_OF_COMMISSIONED_CAPPED', m.agreed_user, least(m.given_user, m.agreed_user)),
    ('CARERS_OF_COMMISSIONED', m.agreed_carer, m.given_carer),
    ('CARERS_OF_COMMISSIONED_CAPPED', m.agreed_carer, least(m.given_carer, m.agreed_carer))) s (measure, agreed, given)
