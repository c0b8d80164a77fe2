-- Declared a week at a time; counts where the Monday falls, and names nobody.
select 'HOURS_ENABLEMENT' as measure, '' as ref, e.locality, null::uuid as provider_id, null::uuid as person_key, e.people as cases, 0 as met,
    e.user_minutes, e.carer_minutes, null::int as days
from bridging.report_enablement e where e.monday >= :from and e.monday < :end
