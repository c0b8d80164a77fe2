create schema demo;

-- One row, written in the transaction that builds the county: a county half built is none.
create table demo.county (
    one      boolean primary key default true check (one),
    size     text not null check (size in ('COUNTY', 'SMALL')),
    built_at timestamptz not null default clock_timestamp()
);
comment on table demo.county is 'There if the database was filled with the demonstration county.';
comment on column demo.county.one is 'plain: key of the one row';
comment on column demo.county.size is 'plain: how much of the county was built';
comment on column demo.county.built_at is 'plain: when';
