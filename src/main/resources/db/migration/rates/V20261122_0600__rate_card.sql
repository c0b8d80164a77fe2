-- What an hour of care costs, who may change it, and the law that the past keeps its rates.

create table rates.rate_change (
    id               uuid primary key,
    ref              text not null unique,
    kind             text not null check (kind in ('CARD', 'ADJUSTMENT', 'ENVELOPE', 'EXCEPTION', 'PLEDGE', 'MINIMUM')),
    status           text not null check (status in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    from_on          date not null,
    until_on         date check (until_on > from_on),
    service          text,
    zone             text,
    minutes_from     int,
    minutes_to       int,
    days             text,
    workers          int,
    level            text,
    nation           text,
    locality         text references areas.locality,
    rate             numeric(8, 2) not null check (rate > 0),
    floor            numeric(8, 2),
    ceiling          numeric(8, 2),
    source           text,
    reason           text not null check (reason <> ''),
    proposed_by      uuid not null,
    proposed_by_name text not null,
    proposed_at      timestamptz not null,
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    decision_reason  text,
    version          bigint not null default 0,
    check ((status = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_by_name is null)),
    -- Nobody decides on what they proposed; who proposed may only take it back.
    check ((status = 'WITHDRAWN') = (decided_by is not distinct from proposed_by)),
    check (status <> 'REFUSED' or decision_reason <> ''),
    -- The past is touched by a dated adjustment and by nothing else.
    check (case kind when 'ADJUSTMENT' then from_on <= (proposed_at at time zone 'Europe/London')::date
        when 'EXCEPTION' then from_on >= (proposed_at at time zone 'Europe/London')::date
        else from_on > (proposed_at at time zone 'Europe/London')::date end),
    check (kind <> 'ADJUSTMENT' or until_on <= (proposed_at at time zone 'Europe/London')::date + 1),
    check ((until_on is not null) = (kind in ('ADJUSTMENT', 'EXCEPTION'))),
    check ((kind in ('CARD', 'ADJUSTMENT')) = (service is not null and minutes_from is not null and minutes_to is not null and days is not null)),
    check (kind <> 'ENVELOPE' or (floor > 0 and floor <= rate and rate <= ceiling)),
    check ((kind = 'PLEDGE') = (level is not null)),
    check ((kind = 'MINIMUM') = (nation is not null))
);
create index rate_change_list on rates.rate_change (proposed_at desc, id desc);
comment on table rates.rate_change is 'A change of the council''s rates, from proposal to the decision of a second person.';
comment on column rates.rate_change.id is 'plain: key';
comment on column rates.rate_change.ref is 'plain: reference people use';
comment on column rates.rate_change.kind is 'plain: what is to change';
comment on column rates.rate_change.status is 'plain: where it stands';
comment on column rates.rate_change.from_on is 'plain: first day on which it holds';
comment on column rates.rate_change.until_on is 'plain: first day on which it no longer holds; only for adjustments and exceptions';
comment on column rates.rate_change.service is 'plain: kind of care, of a card entry';
comment on column rates.rate_change.zone is 'plain: zone, of a card entry; none means everywhere';
comment on column rates.rate_change.minutes_from is 'plain: shortest visit';
comment on column rates.rate_change.minutes_to is 'plain: longest visit';
comment on column rates.rate_change.days is 'plain: kinds of day';
comment on column rates.rate_change.workers is 'plain: one or two at once; none means either';
comment on column rates.rate_change.level is 'plain: level of the pledge';
comment on column rates.rate_change.nation is 'plain: for which nation a minimum price was published';
comment on column rates.rate_change.locality is 'plain: where exceptions are allowed; none means everywhere';
comment on column rates.rate_change.rate is 'plain: pounds a worker''s hour: the rate, the standard, the highest exception, the supplement or the minimum';
comment on column rates.rate_change.floor is 'plain: lower bound of an envelope';
comment on column rates.rate_change.ceiling is 'plain: upper bound of an envelope';
comment on column rates.rate_change.source is 'plain: where a figure comes from';
comment on column rates.rate_change.reason is 'personal: why, in the proposer''s words';
comment on column rates.rate_change.proposed_by is 'plain: account that proposed';
comment on column rates.rate_change.proposed_by_name is 'personal: name of that member of staff';
comment on column rates.rate_change.proposed_at is 'plain: when';
comment on column rates.rate_change.decided_by is 'plain: account of the second person, or of the proposer who took it back';
comment on column rates.rate_change.decided_by_name is 'personal: name of that member of staff';
comment on column rates.rate_change.decided_at is 'plain: when';
comment on column rates.rate_change.decision_reason is 'personal: why it was refused, in words';
comment on column rates.rate_change.version is 'plain: optimistic lock';

create table rates.locality_zone (
    locality text not null references areas.locality,
    zone     text not null check (zone in ('TOWN', 'RURAL', 'DEEP_RURAL')),
    valid    daterange not null check (not isempty(valid)),
    primary key (locality, valid),
    exclude using gist (locality with =, valid with &&)
);
comment on table rates.locality_zone is 'Which zone of the rate card a locality is in; a locality without a row is rural.';
comment on column rates.locality_zone.locality is 'plain: part of the county';
comment on column rates.locality_zone.zone is 'plain: zone of the rate card';
comment on column rates.locality_zone.valid is 'plain: days on which it is, the last one excluded';

-- An entry covers a box: one service, one zone or all, a span of visit lengths, some kinds of day, one or two workers.
-- Two entries that both cover some visit on some day cannot stand in one layer; an adjustment stands in a layer above.
create table rates.card_entry (
    id           uuid primary key default uuidv7(),
    service      text not null check (service in ('SESSIONAL', 'WAKING_NIGHT', 'SITTING')),
    zone         text check (zone in ('TOWN', 'RURAL', 'DEEP_RURAL')),
    minutes_from int not null check (minutes_from between 1 and 720),
    minutes_to   int not null check (minutes_to between minutes_from and 720),
    days         text not null check (days in ('EVERY_DAY', 'ORDINARY_DAYS', 'WEEKDAYS', 'WEEKEND', 'SATURDAYS', 'SUNDAYS', 'BANK_HOLIDAYS')),
    workers      int check (workers in (1, 2)),
    rate         numeric(8, 2) not null check (rate > 0),
    valid        daterange not null check (not isempty(valid)),
    layer        int not null default 0 check (layer >= 0),
    change_id    uuid references rates.rate_change,
    source       text,
    zones        int4range not null generated always as (case zone when 'TOWN' then '[1,1]'::int4range
        when 'RURAL' then '[2,2]'::int4range when 'DEEP_RURAL' then '[3,3]'::int4range else '[1,3]'::int4range end) stored,
    lengths      int4range not null generated always as (int4range(minutes_from, minutes_to, '[]')) stored,
    day_classes  int4range not null generated always as (case days when 'EVERY_DAY' then '[1,4]'::int4range
        when 'ORDINARY_DAYS' then '[1,3]'::int4range when 'WEEKDAYS' then '[1,1]'::int4range
        when 'WEEKEND' then '[2,3]'::int4range when 'SATURDAYS' then '[2,2]'::int4range
        when 'SUNDAYS' then '[3,3]'::int4range else '[4,4]'::int4range end) stored,
    hands        int4range not null generated always as (case when workers is null then '[1,2]'::int4range
        else int4range(workers, workers, '[]') end) stored,
    check (layer = 0 or (change_id is not null and upper(valid) is not null)),
    constraint card_entry_one_rate exclude using gist (service with =, zones with &&, lengths with &&, day_classes with &&,
        hands with &&, layer with =, valid with &&)
);
comment on table rates.card_entry is 'The rate card: what a worker''s hour of a kind of visit costs, from when to when.';
comment on column rates.card_entry.id is 'plain: key';
comment on column rates.card_entry.service is 'plain: kind of care';
comment on column rates.card_entry.zone is 'plain: zone; none means everywhere';
comment on column rates.card_entry.minutes_from is 'plain: shortest visit it prices';
comment on column rates.card_entry.minutes_to is 'plain: longest visit it prices';
comment on column rates.card_entry.days is 'plain: kinds of day';
comment on column rates.card_entry.workers is 'plain: one or two at once; none means either';
comment on column rates.card_entry.rate is 'plain: pounds a worker''s hour';
comment on column rates.card_entry.valid is 'plain: days on which it holds, the last one excluded';
comment on column rates.card_entry.layer is 'plain: 0 as planned; a later adjustment of the past stands above it';
comment on column rates.card_entry.change_id is 'plain: the approved change it came from; none for the first card';
comment on column rates.card_entry.source is 'plain: where the figure comes from';
comment on column rates.card_entry.zones is 'plain: the zone as numbers, for the constraint';
comment on column rates.card_entry.lengths is 'plain: the visit lengths as a range, for the constraint';
comment on column rates.card_entry.day_classes is 'plain: the kinds of day as numbers, for the constraint';
comment on column rates.card_entry.hands is 'plain: the workers as numbers, for the constraint';

create table rates.bank_holiday (
    day     date primary key,
    name_en text not null,
    name_cy text not null,
    source  text not null
);
comment on table rates.bank_holiday is 'Bank holidays of England and Wales.';
comment on column rates.bank_holiday.day is 'plain: the day';
comment on column rates.bank_holiday.name_en is 'plain: English name';
comment on column rates.bank_holiday.name_cy is 'plain: Welsh name';
comment on column rates.bank_holiday.source is 'plain: where it is from';

create table rates.pledge_effect (
    id        uuid primary key default uuidv7(),
    level     text not null check (level ~ '^[A-Z_]+$'),
    amount    numeric(6, 2) not null check (amount > 0),
    valid     daterange not null check (not isempty(valid)),
    source    text not null,
    change_id uuid references rates.rate_change,
    exclude using gist (level with =, valid with &&)
);
comment on table rates.pledge_effect is 'What a level of the pledge adds to a worker''s hour of the rate card.';
comment on column rates.pledge_effect.id is 'plain: key';
comment on column rates.pledge_effect.level is 'plain: level of the pledge';
comment on column rates.pledge_effect.amount is 'plain: pounds a worker''s hour';
comment on column rates.pledge_effect.valid is 'plain: days on which it holds, the last one excluded';
comment on column rates.pledge_effect.source is 'plain: where the figure comes from';
comment on column rates.pledge_effect.change_id is 'plain: the approved change it came from';

create table rates.published_minimum (
    id        uuid primary key default uuidv7(),
    nation    text not null check (nation in ('WALES', 'ENGLAND')),
    rate      numeric(8, 2) not null check (rate > 0),
    valid     daterange not null check (not isempty(valid)),
    source    text not null,
    change_id uuid references rates.rate_change,
    exclude using gist (nation with =, valid with &&)
);
comment on table rates.published_minimum is 'The price of an hour below which the trade body says home care cannot be sustained.';
comment on column rates.published_minimum.id is 'plain: key';
comment on column rates.published_minimum.nation is 'plain: for which nation it was published';
comment on column rates.published_minimum.rate is 'plain: pounds an hour';
comment on column rates.published_minimum.valid is 'plain: days for which it is the latest figure held, the last one excluded';
comment on column rates.published_minimum.source is 'plain: where the figure comes from';
comment on column rates.published_minimum.change_id is 'plain: the approved change it came from';

create table rates.exception (
    id        uuid primary key default uuidv7(),
    locality  text references areas.locality,
    highest   numeric(8, 2) not null check (highest > 0),
    valid     daterange not null check (not isempty(valid) and upper(valid) is not null),
    change_id uuid not null references rates.rate_change,
    constraint exception_one_route exclude using gist ((coalesce(locality, '')) with =, valid with &&)
);
comment on table rates.exception is 'Where and when a bid above the ceiling may be made, with its reason.';
comment on column rates.exception.id is 'plain: key';
comment on column rates.exception.locality is 'plain: where; none means everywhere';
comment on column rates.exception.highest is 'plain: the most that may be bid, pounds a worker''s hour';
comment on column rates.exception.valid is 'plain: days on which it is open, the last one excluded';
comment on column rates.exception.change_id is 'plain: the approved change that opened it';

alter table rates.envelope add change_id uuid references rates.rate_change;
comment on column rates.envelope.change_id is 'plain: the approved change it came from; none for the first ones';
