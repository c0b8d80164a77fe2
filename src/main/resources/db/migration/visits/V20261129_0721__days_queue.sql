-- Days to read again stand in a row, one after the other and perhaps twice: an import never waits for whoever is reading.
drop table visits.day_to_read;
create table visits.day_to_read (
    id              bigint generated always as identity primary key,
    care_package_id uuid not null,
    provider_id     uuid not null,
    day             date not null
);
comment on table visits.day_to_read is 'Days that are to be read again, because visits of them were told or corrected.';
comment on column visits.day_to_read.id is 'plain: order';
comment on column visits.day_to_read.care_package_id is 'plain: at whose door';
comment on column visits.day_to_read.provider_id is 'plain: by which provider';
comment on column visits.day_to_read.day is 'plain: which day';

create or replace function visits.mark_days() returns trigger language plpgsql as $$
declare
    changed text := case tg_op when 'INSERT' then 'select * from fresh' when 'DELETE' then 'select * from gone'
        else 'select * from gone union all select * from fresh' end;
begin
    execute format('insert into visits.day_to_read (care_package_id, provider_id, day)
        select distinct care_package_id, provider_id, visit_date from (%s) c where visit_date > current_date - 100', changed);
    return null;
end $$;
