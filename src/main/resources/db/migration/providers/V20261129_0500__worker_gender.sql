-- Some people need a woman or a man for personal care. Whether a provider has one there is a count, never a name.
alter table providers.worker add column gender text check (gender in ('FEMALE', 'MALE'));
comment on column providers.worker.gender is 'plain: for calls where a woman or a man is needed, as the worker said; none where not stated';

-- Who works where, as counts.
create view providers.report_staff as
    select w.provider_id, t.locality, count(*)::int as workers,
        count(*) filter (where w.gender = 'FEMALE')::int as women,
        count(*) filter (where w.gender = 'MALE')::int as men,
        count(*) filter (where w.gender is null)::int as unstated,
        count(*) filter (where w.welsh_level >= 3)::int as speakers
    from providers.worker w join providers.worker_patch t on t.worker_id = w.id
    where w.started_on <= current_date and (w.left_on is null or w.left_on >= current_date)
    group by w.provider_id, t.locality;
