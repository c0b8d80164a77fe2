create schema rates;

create table rates.envelope (
    id       uuid primary key default uuidv7(),
    valid    daterange not null check (not isempty(valid)),
    floor    numeric(8, 2) not null check (floor > 0),
    standard numeric(8, 2) not null,
    ceiling  numeric(8, 2) not null,
    source   text not null,
    check (floor <= standard and standard <= ceiling),
    exclude using gist (valid with &&)
);
