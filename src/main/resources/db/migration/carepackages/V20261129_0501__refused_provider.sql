-- Providers a person will not have, as told on one of the person's packages. It holds for all of them until it is taken
-- back; rows are only ever added to or closed.
create table carepackages.refused_provider (
    id                uuid primary key,
    care_package_id   uuid not null references carepackages.care_package,
    provider_id       uuid not null references providers.provider,
    reason            text not null check (reason <> '' and length(reason) <= 500),
    by_account        uuid not null,
    by_name           text not null,
    at                timestamptz not null,
    taken_back_at     timestamptz,
    taken_back_by     uuid,
    taken_back_name   text,
    check ((taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null) = (taken_back_name is null))
);
create unique index refused_provider_once on carepackages.refused_provider (care_package_id, provider_id)
    where taken_back_at is null;
comment on table carepackages.refused_provider is 'Providers a person will not have.';
comment on column carepackages.refused_provider.id is 'plain: key';
comment on column carepackages.refused_provider.care_package_id is 'plain: the package on which it was told';
comment on column carepackages.refused_provider.provider_id is 'personal: whom the person will not have';
comment on column carepackages.refused_provider.reason is 'personal: why, in the social worker''s words';
comment on column carepackages.refused_provider.by_account is 'plain: account that wrote it down';
comment on column carepackages.refused_provider.by_name is 'personal: name of that colleague';
comment on column carepackages.refused_provider.at is 'plain: when';
comment on column carepackages.refused_provider.taken_back_at is 'plain: when the person thought better of it';
comment on column carepackages.refused_provider.taken_back_by is 'plain: account that wrote that down';
comment on column carepackages.refused_provider.taken_back_name is 'personal: name of that colleague';

create function carepackages.refusal_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.taken_back_at is not null
        or (new.id, new.care_package_id, new.provider_id, new.reason, new.by_account, new.by_name, new.at)
            is distinct from (old.id, old.care_package_id, old.provider_id, old.reason, old.by_account, old.by_name, old.at) then
        raise exception 'a refusal is taken back, never changed' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger refusal_stays before update or delete on carepackages.refused_provider
    for each row execute function carepackages.refusal_stays();

-- For the rooms that find care: which providers a package must not be offered. Whoever the person is, it is the same one.
create view carepackages.report_refusal as
    select distinct k.id as care_package_id, r.provider_id
    from carepackages.refused_provider r
    join carepackages.care_package told on told.id = r.care_package_id
    join carepackages.care_package k on k.person_id = told.person_id
    where r.taken_back_at is null;

-- What is asked for in packages that were approved, without a word about whom.
create view carepackages.report_work as
    select k.id as care_package_id, k.ref as package_ref, k.status, k.locality, k.training, p.welsh, k.start_earliest,
        k.start_latest
    from carepackages.care_package k join people.person p on p.id = k.person_id
    where k.status not in ('DRAFT', 'SUBMITTED', 'RETURNED') and k.locality is not null and k.start_latest is not null;

create view carepackages.report_asked_call as
    select l.id as call_line_id, l.care_package_id, l.position, l.days, l.band, l.window_from, l.window_to, l.minutes,
        l.workers, l.time_critical, l.worker_gender
    from carepackages.call_line l where l.superseded_at is null;
