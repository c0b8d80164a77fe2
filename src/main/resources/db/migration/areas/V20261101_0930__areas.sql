create schema areas;

create table areas.locality (
    code    text primary key check (code ~ '^[a-z-]+$'),
    name_en text not null check (name_en <> ''),
    name_cy text not null check (name_cy <> '')
);

create table areas.outward_code (
    code     text not null check (code ~ '^[A-Z]{1,2}[0-9]{1,2}$'),
    locality text not null references areas.locality,
    partly   boolean not null,
    primary key (code, locality)
);

create view areas.report_locality as select code, name_en, name_cy from areas.locality;
