select k.package_ref as ref, d.locality, d.provider_id, d.person_key, d.visits as cases, 0 as met, d.user_minutes, d.carer_minutes, null::int as days
from visits.report_delivered d join carepackages.report_package k on k.care_package_id = d.care_package_id
where d.period = 'MONTH' and d.kind = 'INHOUSE' and d.starts_on >= :from and d.starts_on < :end
