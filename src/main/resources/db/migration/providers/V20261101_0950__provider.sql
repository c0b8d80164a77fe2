create schema providers;

create table providers.provider (
    id                 uuid primary key,
    name               text not null check (name <> ''),
    kind               text not null check (kind in ('AGENCY', 'INHOUSE', 'MICRO')),
    accredited_until   date,
    embargo            text not null default 'NONE' check (embargo in ('NONE', 'NEW_WORK', 'NEW_WORK_AND_INCREASES')),
    regulator_score    numeric(5, 2) check (regulator_score between 0 and 100),
    council_score      numeric(5, 2) check (council_score between 0 and 100),
    kpi_score          numeric(5, 2) check (kpi_score between 0 and 100),
    double_handed      boolean not null,
    welsh              boolean not null,
    training           text[] not null default '{}',
    version            bigint not null default 0
);
comment on table providers.provider is 'Who may supply care: agencies, the in-house team, micro-enterprises.';
comment on column providers.provider.id is 'plain: key; the same as in identity.organisation';
comment on column providers.provider.name is 'plain: as it trades';
comment on column providers.provider.kind is 'plain: agency, in-house team or micro-enterprise';
comment on column providers.provider.accredited_until is 'plain: last day of the accreditation; none means not accredited';
comment on column providers.provider.embargo is 'plain: whether it may take new work, or more work for people it has';
comment on column providers.provider.regulator_score is 'plain: points from the regulator''s ratings; none means not yet rated';
comment on column providers.provider.council_score is 'plain: points from the council''s own monitoring; none means not yet assessed';
comment on column providers.provider.kpi_score is 'plain: points from key performance indicators; none means not yet measured';
comment on column providers.provider.double_handed is 'plain: can send two workers at once';
comment on column providers.provider.welsh is 'plain: can give care in Welsh';
comment on column providers.provider.training is 'plain: tasks its workers are trained for';
comment on column providers.provider.version is 'plain: optimistic lock';

create table providers.patch (
    provider_id uuid not null references providers.provider,
    locality    text not null references areas.locality,
    primary key (provider_id, locality)
);
create index patch_locality on providers.patch (locality);
comment on table providers.patch is 'Where a provider works.';
comment on column providers.patch.provider_id is 'plain: who';
comment on column providers.patch.locality is 'plain: where';

create view providers.report_provider as select id, name, kind from providers.provider;
