-- Hours a provider could give beside what it gives already. All of them are user minutes a week: time with the person. A
-- call of two workers takes from the hours declared for two workers, once.

create table providers.capacity_declaration (
    id               uuid primary key,
    provider_id      uuid not null references providers.provider,
    declared_at      timestamptz not null,
    declared_by      uuid not null,
    declared_by_name text not null check (declared_by_name <> ''),
    valid_until      date not null,
    repeated         boolean not null,
    unique (id, provider_id),
    check (valid_until >= (declared_at at time zone 'Europe/London')::date)
);
create index capacity_declaration_history on providers.capacity_declaration (provider_id, declared_at desc, id desc);
comment on table providers.capacity_declaration is 'Each time a provider said how many hours it has to spare. Never changed.';
comment on column providers.capacity_declaration.id is 'plain: key';
comment on column providers.capacity_declaration.provider_id is 'plain: whose hours';
comment on column providers.capacity_declaration.declared_at is 'plain: when';
comment on column providers.capacity_declaration.declared_by is 'personal: account of the person who declared';
comment on column providers.capacity_declaration.declared_by_name is 'personal: name of the person who declared';
comment on column providers.capacity_declaration.valid_until is 'plain: last day for which it was meant';
comment on column providers.capacity_declaration.repeated is 'plain: the same as before, less what had been taken off';

create table providers.capacity (
    provider_id    uuid primary key references providers.provider,
    declaration_id uuid,
    changes        bigint not null default 0,
    foreign key (declaration_id, provider_id) references providers.capacity_declaration (id, provider_id)
);
comment on table providers.capacity is 'Which declaration stands. Whoever declares or takes hours holds the row, so that two never count the same hours.';
comment on column providers.capacity.provider_id is 'plain: whose hours';
comment on column providers.capacity.declaration_id is 'plain: the latest declaration; none before the first';
comment on column providers.capacity.changes is 'plain: counts declarations and takings; a page that was shown another number is out of date';

create table providers.capacity_hours (
    declaration_id   uuid not null references providers.capacity_declaration,
    locality         text not null references areas.locality,
    part_of_day      text not null check (part_of_day in ('MORNING', 'LUNCH', 'TEA', 'BED', 'NIGHT')),
    workers          smallint not null check (workers in (1, 2)),
    declared_minutes int not null check (declared_minutes >= 0 and declared_minutes % 15 = 0),
    left_minutes     int not null,
    oversold         boolean not null default false,
    primary key (declaration_id, locality, part_of_day, workers),
    check (left_minutes <= declared_minutes),
    constraint capacity_never_oversold_silently check (left_minutes >= 0 or oversold)
);
comment on table providers.capacity_hours is 'Spare user hours a week by locality, part of the day and number of workers: as declared, and what accepted awards left of them.';
comment on column providers.capacity_hours.declaration_id is 'plain: which declaration';
comment on column providers.capacity_hours.locality is 'plain: where';
comment on column providers.capacity_hours.part_of_day is 'plain: when in the day the call begins';
comment on column providers.capacity_hours.workers is 'plain: one worker or two at once';
comment on column providers.capacity_hours.declared_minutes is 'plain: user minutes a week as declared, in whole quarters of an hour';
comment on column providers.capacity_hours.left_minutes is 'plain: user minutes a week that are left; below nothing only if the provider confirmed it';
comment on column providers.capacity_hours.oversold is 'plain: the provider confirmed that it took on more than it had declared';

create table providers.capacity_taken (
    id             uuid primary key,
    provider_id    uuid not null references providers.provider,
    declaration_id uuid,
    award_ref      text not null check (award_ref <> ''),
    locality       text not null references areas.locality,
    part_of_day    text not null check (part_of_day in ('MORNING', 'LUNCH', 'TEA', 'BED', 'NIGHT')),
    workers        smallint not null check (workers in (1, 2)),
    minutes        int not null check (minutes > 0),
    left_before    int,
    confirmed      boolean not null,
    taken_at       timestamptz not null,
    taken_by       uuid not null,
    taken_by_name  text not null check (taken_by_name <> ''),
    given_back_at  timestamptz,
    given_back_by  uuid,
    foreign key (declaration_id, provider_id) references providers.capacity_declaration (id, provider_id),
    unique (award_ref, locality, part_of_day, workers),
    check ((declaration_id is null) = (left_before is null)),
    check ((given_back_at is null) = (given_back_by is null)),
    check (given_back_at is null or declaration_id is not null),
    constraint capacity_taken_within_or_confirmed check (confirmed or (left_before is not null and left_before >= minutes))
);
create index capacity_taken_history on providers.capacity_taken (provider_id, taken_at desc, award_ref desc);
comment on table providers.capacity_taken is 'What each accepted award took off the spare hours, once for each award and kind of hour.';
comment on column providers.capacity_taken.id is 'plain: key';
comment on column providers.capacity_taken.provider_id is 'plain: whose hours';
comment on column providers.capacity_taken.declaration_id is 'plain: from which declaration; none if nothing had been declared';
comment on column providers.capacity_taken.award_ref is 'plain: for which award';
comment on column providers.capacity_taken.locality is 'plain: where';
comment on column providers.capacity_taken.part_of_day is 'plain: when in the day';
comment on column providers.capacity_taken.workers is 'plain: one worker or two at once';
comment on column providers.capacity_taken.minutes is 'plain: user minutes a week the award needs';
comment on column providers.capacity_taken.left_before is 'plain: user minutes a week that were left just before; none if nothing had been declared';
comment on column providers.capacity_taken.confirmed is 'plain: the provider was told that it is more than it declared and confirmed';
comment on column providers.capacity_taken.taken_at is 'plain: when the award was accepted';
comment on column providers.capacity_taken.taken_by is 'personal: account of the person who accepted';
comment on column providers.capacity_taken.taken_by_name is 'personal: name of the person who accepted';
comment on column providers.capacity_taken.given_back_at is 'plain: when the award was revoked and the hours were put back; never after a newer declaration';
comment on column providers.capacity_taken.given_back_by is 'personal: account of the person who revoked';

create table providers.public_entry (
    provider_id uuid primary key references providers.provider,
    services    text[] not null check (services <@ array['PERSONAL_CARE', 'DOMESTIC', 'COMPANIONSHIP', 'SHOPPING', 'MEALS', 'SITTING', 'NIGHTS']
                    and cardinality(services) > 0),
    phone       text check (phone <> ''),
    email       text check (email like '%_@_%'),
    website     text check (website ~ '^https?://'),
    changed_at  timestamptz not null,
    changed_by  uuid not null
);
comment on table providers.public_entry is 'What a provider tells the public about itself. One without an entry is found with personal care and no contact.';
comment on column providers.public_entry.provider_id is 'plain: who';
comment on column providers.public_entry.services is 'plain: what help it offers';
comment on column providers.public_entry.phone is 'plain: its public telephone number';
comment on column providers.public_entry.email is 'plain: its public e-mail address';
comment on column providers.public_entry.website is 'plain: its public website';
comment on column providers.public_entry.changed_at is 'plain: when it was last changed';
comment on column providers.public_entry.changed_by is 'personal: account of the person who changed it';

-- What is left of the declarations that stand, of providers that may take on new people on the day asked for.
create view providers.report_capacity as
    select p.id as provider_id, p.name as provider_name, h.locality, h.part_of_day, h.workers, h.declared_minutes, h.left_minutes,
        (d.declared_at at time zone 'Europe/London')::date as declared_on, d.valid_until, p.accredited_until, p.embargo
    from providers.capacity c
    join providers.provider p on p.id = c.provider_id
    join providers.capacity_declaration d on d.id = c.declaration_id
    join providers.capacity_hours h on h.declaration_id = d.id;
