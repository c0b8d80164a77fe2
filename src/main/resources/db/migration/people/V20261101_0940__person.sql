create schema people;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists unaccent;

-- How a name is looked for: no accents, no capitals, no apostrophes; hyphens part words. Kept by the rows and asked of
-- what is typed, so that both sides agree.
create function people.plain(name text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(regexp_replace(
        lower(public.unaccent('public.unaccent'::regdictionary, normalize(name, NFC))),
        '[''’‘`]', '', 'g'), '[[:space:][:punct:]]+', ' ', 'g'))
$$;

-- The check digit of an NHS number: weights 10 to 2, modulus 11; ten equal digits pass the sum and are no number.
create function people.is_nhs_number(digits text) returns boolean language sql immutable parallel safe as $$
    select digits ~ '^[0-9]{10}$' and digits !~ '^(.)\1{9}$'
       and (11 - (select sum((11 - place) * substr(digits, place, 1)::int) from generate_series(1, 9) place) % 11) % 11
           = right(digits, 1)::int
$$;

create table people.person (
    id                   uuid primary key,
    ref                  text not null unique check (ref ~ '^PSN-[0-9A-Z]{4}-[0-9A-Z]$'),
    given_name           text not null check (given_name <> ''),
    family_name          text not null check (family_name <> ''),
    date_of_birth        date not null check (date_of_birth >= '1900-01-01'),
    nhs_number           text unique check (people.is_nhs_number(nhs_number)),
    welsh                text not null check (welsh in ('NEED', 'PREFERENCE', 'NO', 'NOT_ASKED')),
    language             text not null default '',
    address              text not null default '',
    postcode             text not null default '' check (postcode ~ '^([A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2})?$'),
    phone                text not null default '',
    key_safe             text not null default '',
    address_confidential boolean not null default false,
    locality             text references areas.locality,
    team_id              uuid not null,
    added_by             uuid not null,
    added_at             timestamptz not null,
    version              bigint not null default 0,
    search_name          text generated always as (people.plain(given_name || ' ' || family_name)) stored,
    sort_name            text collate "C" generated always as (people.plain(family_name || ' ' || given_name)) stored
);
create index person_team_name on people.person (team_id, sort_name, id);
create index person_locality on people.person (locality);
create index person_not_asked on people.person (team_id) where welsh = 'NOT_ASKED';
comment on table people.person is 'The person who needs care. Seen by the own team; by others only through a package or a placement.';
comment on column people.person.id is 'plain: key';
comment on column people.person.ref is 'plain: reference in addresses of pages and in the audit; says nothing about the person';
comment on column people.person.given_name is 'personal: given name';
comment on column people.person.family_name is 'personal: family name';
comment on column people.person.date_of_birth is 'personal: date of birth';
comment on column people.person.nhs_number is 'personal: NHS number, ten digits';
comment on column people.person.welsh is 'personal: answer to the active offer of care in Welsh';
comment on column people.person.language is 'personal: language the person prefers, if neither Welsh nor English; BSL among them';
comment on column people.person.address is 'personal: address';
comment on column people.person.postcode is 'personal: postcode, capitals and one space';
comment on column people.person.phone is 'personal: telephone number';
comment on column people.person.key_safe is 'personal: code that opens the key safe';
comment on column people.person.address_confidential is 'personal: whether the address must not become known';
comment on column people.person.locality is 'personal: part of the county where the person lives';
comment on column people.person.team_id is 'plain: social work team';
comment on column people.person.added_by is 'plain: account that added the person';
comment on column people.person.added_at is 'plain: when added';
comment on column people.person.version is 'plain: optimistic lock';
comment on column people.person.search_name is 'personal: name as it is looked for';
comment on column people.person.sort_name is 'personal: name as it is put in order';

create table people.address_protection (
    id           uuid primary key,
    person_id    uuid not null references people.person,
    confidential boolean not null,
    reason       text not null check (reason <> ''),
    changed_by   uuid not null,
    changed_at   timestamptz not null
);
create index address_protection_person on people.address_protection (person_id, changed_at);
comment on table people.address_protection is 'Each time an address was made confidential or was no longer; only ever added to.';
comment on column people.address_protection.id is 'plain: key';
comment on column people.address_protection.person_id is 'plain: whose address';
comment on column people.address_protection.confidential is 'personal: true where it became confidential, false where that ended';
comment on column people.address_protection.reason is 'personal: why, in the words of the person who changed it';
comment on column people.address_protection.changed_by is 'plain: account';
comment on column people.address_protection.changed_at is 'plain: when';

create table people.search (
    id         uuid primary key,
    account_id uuid not null,
    typed      text not null,
    made_at    timestamptz not null default clock_timestamp()
);
create index search_made_at on people.search (made_at);
comment on table people.search is 'What was looked for, so that it stands in no address of a page. Gone after a day.';
comment on column people.search.id is 'plain: key; stands in the address of the page instead of a name';
comment on column people.search.account_id is 'plain: who looked; for nobody else the row exists';
comment on column people.search.typed is 'personal: name, NHS number or date of birth as typed';
comment on column people.search.made_at is 'plain: when';
