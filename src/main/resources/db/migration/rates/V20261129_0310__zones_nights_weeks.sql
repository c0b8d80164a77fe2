-- Zones may change like rates; exceptions may be closed early; nights with sleep and live-in care have rates of their own.
alter table rates.rate_change drop constraint rate_change_kind_check,
    add constraint rate_change_kind_check check (kind in ('CARD', 'ADJUSTMENT', 'ENVELOPE', 'EXCEPTION', 'CLOSING', 'PLEDGE',
        'MINIMUM', 'ZONE', 'FLAT')),
    alter column rate drop not null,
    add constraint rate_change_priced check ((kind in ('ZONE', 'CLOSING')) = (rate is null)),
    add flat text check (flat in ('SLEEP_IN', 'LIVE_IN')),
    add constraint rate_change_flat check ((kind = 'FLAT') = (flat is not null)),
    add constraint rate_change_zone check (kind <> 'ZONE' or zone is not null and locality is not null);
comment on column rates.rate_change.flat is 'plain: kind of care that is paid by the night or the week';
comment on column rates.rate_change.rate is 'plain: pounds a worker''s hour, a night or a week: the rate, the standard, the highest exception, the supplement or the minimum; none for zones and closings';

alter table rates.locality_zone add change_id uuid references rates.rate_change;
comment on column rates.locality_zone.change_id is 'plain: the approved change it came from; none for the first ones';
create trigger past_stands before insert or update or delete on rates.locality_zone
    for each row execute function rates.past_stands();

create table rates.flat_rate (
    id        uuid primary key default uuidv7(),
    service   text not null check (service in ('SLEEP_IN', 'LIVE_IN')),
    rate      numeric(8, 2) not null check (rate > 0),
    valid     daterange not null check (not isempty(valid)),
    source    text not null,
    change_id uuid references rates.rate_change,
    constraint flat_rate_one exclude using gist (service with =, valid with &&)
);
comment on table rates.flat_rate is 'What a night with sleep or a week of live-in care costs, from when to when.';
comment on column rates.flat_rate.id is 'plain: key';
comment on column rates.flat_rate.service is 'plain: kind of care; a sleep-in is paid by the night, live-in care by the week';
comment on column rates.flat_rate.rate is 'plain: pounds for one worker''s night or week';
comment on column rates.flat_rate.valid is 'plain: days on which it holds, the last one excluded';
comment on column rates.flat_rate.source is 'plain: where the figure comes from';
comment on column rates.flat_rate.change_id is 'plain: the approved change it came from; none for the first ones';

-- Powys publishes neither. £96.50 is the mean of Devon's sleep-in nights, 2021-22; £1,150 the middle of private live-in prices
-- in Wales, 2025 (£900 to £1,400 a week).
insert into rates.flat_rate (service, rate, valid, source) values
    ('SLEEP_IN', 96.50, '[2023-01-01,)', 'illustrative'),
    ('LIVE_IN', 1150.00, '[2023-01-01,)', 'illustrative');
create trigger past_stands before insert or update or delete on rates.flat_rate
    for each row execute function rates.past_stands();
