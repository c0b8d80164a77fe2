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

create table providers.patch (
    provider_id uuid not null references providers.provider,
    locality    text not null references areas.locality,
    primary key (provider_id, locality)
);
create index patch_locality on providers.patch (locality);

create view providers.report_provider as select id, name, kind from providers.provider;
