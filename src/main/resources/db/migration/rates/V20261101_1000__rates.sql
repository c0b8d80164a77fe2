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
comment on table rates.envelope is 'What an hour of care may cost; one envelope on each day.';
comment on column rates.envelope.id is 'plain: key';
comment on column rates.envelope.valid is 'plain: days on which it holds, the last one excluded';
comment on column rates.envelope.floor is 'plain: pounds an hour below which no bid counts as sustainable';
comment on column rates.envelope.standard is 'plain: pounds an hour used where no bid is known yet';
comment on column rates.envelope.ceiling is 'plain: pounds an hour above which no bid is taken';
comment on column rates.envelope.source is 'plain: where the figures come from';
