create schema people;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists unaccent;

create table people.person (
    id                   uuid primary key,
    given_name           text not null check (given_name <> ''),
    family_name          text not null check (family_name <> ''),
    date_of_birth        date not null,
    nhs_number           text unique check (nhs_number ~ '^[0-9]{10}$'),
    welsh                text not null check (welsh in ('NEED', 'PREFERENCE', 'NO', 'NOT_ASKED')),
    language             text not null default '' ,
    address              text not null default '',
    postcode             text not null default '',
    phone                text not null default '',
    key_safe             text not null default '',
    address_confidential boolean not null default false,
    locality             text references areas.locality,
    team_id              uuid not null,
    added_by             uuid not null,
    added_at             timestamptz not null,
    version              bigint not null default 0
);
create index person_team_name on people.person (team_id, family_name, given_name, id);
