-- A queue is worked through person by person, each as the day went.
alter table visits.exception add column begins_at timestamptz;
comment on column visits.exception.begins_at is 'plain: when the call was due or the visit was, as it was found; none where nothing tells';
update visits.exception e set begins_at = carepackages.moment_of(e.day, c.band, coalesce(c.window_from, carepackages.band_start(c.band)))
from placements.report_due_call c
where e.subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' and c.call_line_id = cast(e.subject as uuid) and c.provider_id = e.provider_id;
update visits.exception e set begins_at = coalesce(v.actual_start, v.planned_start)
from visits.visit v
where e.begins_at is null and v.care_package_id = e.care_package_id and v.provider_id = e.provider_id
    and v.visit_date between e.day and e.day + 1 and v.provider_visit_id = e.subject and v.superseded_at is null;
drop index visits.exception_queue;
drop index visits.exception_provider;
create index exception_queue on visits.exception (state, day desc, package_ref);
create index exception_provider on visits.exception (provider_id, state, day desc, package_ref);
