-- The pledge to care workers: versions hold levels, levels hold clauses; providers attest clauses, the council verifies.
create extension if not exists btree_gist;

create table providers.pledge_version (
    id               uuid primary key,
    number           int not null unique check (number > 0),
    status           text not null default 'DRAFT' check (status in ('DRAFT', 'PROPOSED', 'ADOPTED', 'REFUSED')),
    starts_on        date not null,
    transition_until date not null,
    why              text not null check (why <> ''),
    drafted_by       uuid,
    drafted_by_name  text,
    drafted_at       timestamptz not null,
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    decision_reason  text,
    check (transition_until >= starts_on),
    constraint pledge_second_person check (drafted_by <> decided_by),
    constraint pledge_decided check ((status in ('ADOPTED', 'REFUSED')) = (decided_at is not null)),
    check (number = 1 or drafted_by is not null),
    check (number = 1 or decided_at is null or decided_by is not null)
);
create unique index pledge_one_in_hand on providers.pledge_version ((true)) where status in ('DRAFT', 'PROPOSED');
create unique index pledge_one_start on providers.pledge_version (starts_on) where status = 'ADOPTED';
comment on table providers.pledge_version is 'What the pledge asks from a day on; the first came with the product.';
comment on column providers.pledge_version.id is 'plain: key';
comment on column providers.pledge_version.number is 'plain: counted from one';
comment on column providers.pledge_version.status is 'plain: how far it has come';
comment on column providers.pledge_version.starts_on is 'plain: first day';
comment on column providers.pledge_version.transition_until is 'plain: last day on which levels of the version before still count';
comment on column providers.pledge_version.why is 'plain: why it was changed';
comment on column providers.pledge_version.drafted_by is 'plain: account of who wrote and proposed it';
comment on column providers.pledge_version.drafted_by_name is 'personal: name of a council officer';
comment on column providers.pledge_version.drafted_at is 'plain: when it was begun';
comment on column providers.pledge_version.decided_by is 'plain: account of the second person';
comment on column providers.pledge_version.decided_by_name is 'personal: name of a council officer';
comment on column providers.pledge_version.decided_at is 'plain: when it was adopted or turned down';
comment on column providers.pledge_version.decision_reason is 'plain: why it was turned down';

create table providers.pledge_level (
    version_id     uuid not null references providers.pledge_version,
    level          text not null check (level in ('BRONZE', 'SILVER', 'GOLD')),
    illustrative   boolean not null,
    reward_an_hour numeric(6, 2) check (reward_an_hour > 0),
    primary key (version_id, level)
);
comment on table providers.pledge_level is 'The levels of a version. The rate card decides what is paid; the reward is what was announced.';
comment on column providers.pledge_level.version_id is 'plain: which version';
comment on column providers.pledge_level.level is 'plain: bronze, silver or gold';
comment on column providers.pledge_level.illustrative is 'plain: an example, not published by the council';
comment on column providers.pledge_level.reward_an_hour is 'plain: pounds announced on the average hourly rate';

create table providers.pledge_clause (
    id          uuid primary key,
    code        text not null check (code ~ '^[A-Z][A-Z0-9]{0,5}$'),
    text_en     text not null check (text_en <> ''),
    text_cy     text not null check (text_cy <> ''),
    evidence    text not null check (evidence in ('PAYROLL', 'RECEIPT', 'ROTA', 'CONTRACT', 'POLICY', 'SURVEY')),
    good_months int not null check (good_months between 1 and 36)
);
comment on table providers.pledge_clause is 'One promise. Never changed: another text is another clause; kept in a new version, it keeps its attestations.';
comment on column providers.pledge_clause.id is 'plain: key';
comment on column providers.pledge_clause.code is 'plain: short name, like B1';
comment on column providers.pledge_clause.text_en is 'plain: the promise in English';
comment on column providers.pledge_clause.text_cy is 'plain: the promise in Welsh';
comment on column providers.pledge_clause.evidence is 'plain: what shows that it is kept';
comment on column providers.pledge_clause.good_months is 'plain: the longest the evidence is good for';

create table providers.pledge_version_clause (
    version_id uuid not null,
    clause_id  uuid not null references providers.pledge_clause,
    level      text not null,
    mandatory  boolean not null,
    position   int not null,
    primary key (version_id, clause_id),
    foreign key (version_id, level) references providers.pledge_level
);
comment on table providers.pledge_version_clause is 'Which clauses a version asks for at which level.';
comment on column providers.pledge_version_clause.version_id is 'plain: which version';
comment on column providers.pledge_version_clause.clause_id is 'plain: which clause';
comment on column providers.pledge_version_clause.level is 'plain: at which level';
comment on column providers.pledge_version_clause.mandatory is 'plain: the level cannot be had without it';
comment on column providers.pledge_version_clause.position is 'plain: order on the page';

create function providers.pledge_only_drafts_change() returns trigger language plpgsql as $$
begin
    if exists (select from providers.pledge_version v
               where v.id = coalesce(new.version_id, old.version_id) and v.status <> 'DRAFT') then
        raise exception 'a proposed or adopted pledge does not change' using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger pledge_only_drafts_change before insert or update or delete on providers.pledge_version_clause
    for each row execute function providers.pledge_only_drafts_change();

create table providers.pledge_attestation (
    id               uuid primary key,
    ref              text not null unique check (ref ~ '^ATT-[0-9A-Z]{4}-[0-9A-Z]$'),
    provider_id      uuid not null references providers.provider,
    clause_id        uuid not null references providers.pledge_clause,
    status           text not null default 'WAITING' check (status in ('WAITING', 'ACCEPTED', 'QUERIED', 'TAKEN_BACK')),
    done_on          date not null,
    good_until       date not null,
    evidence         text not null check (evidence <> ''),
    attested_by      uuid not null,
    attested_by_name text not null,
    attested_at      timestamptz not null,
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    query            text,
    accepted_from    date,
    ended_on         date,
    check (good_until > done_on),
    check (attested_by <> decided_by),
    check ((status in ('ACCEPTED', 'QUERIED')) = (decided_by is not null and decided_at is not null)),
    check ((status = 'ACCEPTED') = (accepted_from is not null)),
    check ((status = 'QUERIED') = (query is not null)),
    check (accepted_from <= good_until),
    check (ended_on is null or ended_on >= accepted_from)
);
create unique index pledge_one_waiting on providers.pledge_attestation (provider_id, clause_id) where status = 'WAITING';
create index pledge_attestation_of on providers.pledge_attestation (provider_id, clause_id);
create index pledge_queue on providers.pledge_attestation (attested_at, id) where status = 'WAITING';
comment on table providers.pledge_attestation is 'A provider says that it keeps a clause; a commissioner accepts or queries it. Renewals are new rows.';
comment on column providers.pledge_attestation.id is 'plain: key';
comment on column providers.pledge_attestation.ref is 'plain: what people call it by';
comment on column providers.pledge_attestation.provider_id is 'plain: who promises';
comment on column providers.pledge_attestation.clause_id is 'plain: what';
comment on column providers.pledge_attestation.status is 'plain: waiting, accepted, queried or taken back';
comment on column providers.pledge_attestation.done_on is 'plain: day of the evidence';
comment on column providers.pledge_attestation.good_until is 'plain: last day on which it counts';
comment on column providers.pledge_attestation.evidence is 'plain: what it is and where it is kept, without names of workers';
comment on column providers.pledge_attestation.attested_by is 'plain: account';
comment on column providers.pledge_attestation.attested_by_name is 'personal: name of a manager of the provider';
comment on column providers.pledge_attestation.attested_at is 'plain: when';
comment on column providers.pledge_attestation.decided_by is 'plain: account';
comment on column providers.pledge_attestation.decided_by_name is 'personal: name of a council officer';
comment on column providers.pledge_attestation.decided_at is 'plain: when it was accepted or queried';
comment on column providers.pledge_attestation.query is 'plain: what is asked';
comment on column providers.pledge_attestation.accepted_from is 'plain: first day on which it counts';
comment on column providers.pledge_attestation.ended_on is 'plain: first day on which it no longer counts because the level was withdrawn';

create table providers.pledge_withdrawal (
    id          uuid primary key,
    provider_id uuid not null references providers.provider,
    level       text not null check (level in ('BRONZE', 'SILVER', 'GOLD')),
    from_on     date not null,
    reason      text not null check (reason in ('NOT_KEPT', 'EVIDENCE_WRONG', 'PROVIDER_ASKED', 'CONTRACT_ENDED')),
    note        text not null check (note <> ''),
    by_account  uuid not null,
    by_name     text not null,
    at          timestamptz not null
);
create index pledge_withdrawal_of on providers.pledge_withdrawal (provider_id, from_on);
comment on table providers.pledge_withdrawal is 'A level taken away from a day on, with all above it.';
comment on column providers.pledge_withdrawal.id is 'plain: key';
comment on column providers.pledge_withdrawal.provider_id is 'plain: from whom';
comment on column providers.pledge_withdrawal.level is 'plain: the lowest level taken away';
comment on column providers.pledge_withdrawal.from_on is 'plain: first day without it';
comment on column providers.pledge_withdrawal.reason is 'plain: from a fixed list';
comment on column providers.pledge_withdrawal.note is 'plain: what the provider is told';
comment on column providers.pledge_withdrawal.by_account is 'plain: account of the commissioner';
comment on column providers.pledge_withdrawal.by_name is 'personal: name of a council officer';
comment on column providers.pledge_withdrawal.at is 'plain: when it was decided';

create table providers.pledge_holding (
    provider_id uuid not null references providers.provider,
    during      daterange not null check (not isempty(during) and lower(during) is not null),
    level       text not null check (level in ('BRONZE', 'SILVER', 'GOLD')),
    ending      text check (ending in ('RAISED', 'EXPIRED', 'WITHDRAWN', 'NEW_VERSION')),
    check ((ending is null) = upper_inf(during)),
    exclude using gist (provider_id with =, during with &&)
);
comment on table providers.pledge_holding is 'Which level a provider holds on which days: worked out from attestations, withdrawals and versions.';
comment on column providers.pledge_holding.provider_id is 'plain: who';
comment on column providers.pledge_holding.during is 'plain: days, the last one excluded';
comment on column providers.pledge_holding.level is 'plain: the level held';
comment on column providers.pledge_holding.ending is 'plain: what ends it';
