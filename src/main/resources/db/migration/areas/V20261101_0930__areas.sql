create schema areas;

create table areas.locality (
    code    text primary key check (code ~ '^[a-z-]+$'),
    name_en text not null check (name_en <> ''),
    name_cy text not null check (name_cy <> '')
);
comment on table areas.locality is 'The parts of the county as the council names them.';
comment on column areas.locality.code is 'plain: key';
comment on column areas.locality.name_en is 'plain: English name';
comment on column areas.locality.name_cy is 'plain: Welsh name';

create table areas.outward_code (
    code     text not null check (code ~ '^[A-Z]{1,2}[0-9]{1,2}$'),
    locality text not null references areas.locality,
    partly   boolean not null,
    primary key (code, locality)
);
comment on table areas.outward_code is 'Which outward codes touch which locality; no locality follows from an outward code alone.';
comment on column areas.outward_code.code is 'plain: first half of a postcode';
comment on column areas.outward_code.locality is 'plain: locality that it touches';
comment on column areas.outward_code.partly is 'plain: reaches over the county''s border';

create view areas.report_locality as select code, name_en, name_cy from areas.locality;
