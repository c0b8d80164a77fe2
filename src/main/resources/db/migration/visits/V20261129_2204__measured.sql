-- How the times of a visit became known: recorded at the door, or typed from a log on paper or to correct one.
alter table visits.visit add column by_hand boolean not null default false;
comment on column visits.visit.by_hand is 'plain: typed in, from a log on paper or as a correction; all others come from call monitoring';
do $$
declare
    part regclass;
begin
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'visits.visit'::regclass loop
        execute format('comment on column %s.by_hand is %L', part,
            'plain: typed in, from a log on paper or as a correction; all others come from call monitoring');
    end loop;
end $$;
update visits.visit set by_hand = true where provider_visit_id like 'PAPER-%';

-- For measures: who came, by the number the provider gives a worker, and how it became known. Without names.
create view visits.report_visit_worker as
    select v.visit_date, v.placement_id, v.care_package_id, v.provider_id, v.locality, v.person_id as person_key,
        md5(v.provider_id || v.worker_id) as worker_key, v.worker_id <> '' as worker_known, v.by_hand,
        v.status in ('DELIVERED', 'UNPLANNED') as delivered
    from visits.visit v where v.superseded_at is null;

-- The first day of which it is known what came of each call.
create view visits.report_read_since as select min(r.day) as day from visits.reading r;
