create schema identity;

create table identity.organisation (
    id   uuid primary key default uuidv7(),
    kind text not null check (kind in ('COUNCIL', 'INHOUSE', 'PROVIDER')),
    name text not null check (name <> '')
);
comment on column identity.organisation.id is 'plain: key; a provider has the same key in providers.provider';
comment on column identity.organisation.kind is 'plain: council, in-house team or provider';
comment on column identity.organisation.name is 'plain: as it trades';

create table identity.team (
    id              uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    name            text not null check (name <> '')
);
comment on column identity.team.id is 'plain: key';
comment on column identity.team.organisation_id is 'plain: the organisation of the team';
comment on column identity.team.name is 'plain: social work team';

create table identity.account (
    id              uuid primary key default uuidv7(),
    username        text not null unique check (username = lower(username)),
    name            text not null check (name <> ''),
    password_hash   text not null,
    organisation_id uuid not null references identity.organisation,
    team_id         uuid references identity.team,
    status          text not null check (status in ('INVITED', 'ACTIVE', 'SUSPENDED')),
    language        text not null default 'en' check (language in ('en', 'cy')),
    approval_limit  numeric(12, 2) check (approval_limit > 0),
    version         bigint not null default 0
);
comment on column identity.account.id is 'plain: key';
comment on column identity.account.username is 'personal: work e-mail address, used to sign in';
comment on column identity.account.name is 'personal: name of the member of staff';
comment on column identity.account.password_hash is 'personal: Argon2 hash';
comment on column identity.account.organisation_id is 'plain: for whom the person works';
comment on column identity.account.team_id is 'plain: social work team';
comment on column identity.account.status is 'plain: only active people get in; read at every request';
comment on column identity.account.language is 'plain: language of messages to this person';
comment on column identity.account.approval_limit is 'plain: pounds a year this person may approve; none means nothing';
comment on column identity.account.version is 'plain: optimistic lock';

create table identity.account_role (
    account_id uuid not null references identity.account,
    role       text not null check (role in ('SOCIAL_WORKER', 'TEAM_MANAGER', 'BROKER', 'COMMISSIONER', 'FINANCE',
        'INHOUSE_COORDINATOR', 'DP_ADVISER', 'AUDITOR', 'ADMIN', 'PROVIDER_COORDINATOR', 'PROVIDER_MANAGER')),
    primary key (account_id, role)
);
comment on column identity.account_role.account_id is 'plain: who';
comment on column identity.account_role.role is 'plain: may act as';

create table identity.signed_in (
    token_hash bytea primary key,
    account_id uuid not null references identity.account,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    ends_at    timestamptz not null
);
create index signed_in_account on identity.signed_in (account_id);
comment on table identity.signed_in is 'Sessions. Written when a person signs in and at most once a minute after that.';
comment on column identity.signed_in.token_hash is 'plain: SHA-256 of the cookie; the cookie itself is stored nowhere';
comment on column identity.signed_in.account_id is 'plain: who';
comment on column identity.signed_in.started_at is 'plain: start';
comment on column identity.signed_in.seen_at is 'plain: last seen, to the minute';
comment on column identity.signed_in.ends_at is 'plain: twelve hours after the start at the latest';

create table identity.sign_in_failure (
    id       bigint generated always as identity primary key,
    username text not null,
    source   text not null,
    at       timestamptz not null default clock_timestamp()
);
create index sign_in_failure_username on identity.sign_in_failure (username, at);
create index sign_in_failure_source on identity.sign_in_failure (source, at);
comment on column identity.sign_in_failure.id is 'plain: key';
comment on column identity.sign_in_failure.username is 'personal: what was typed, cut at 100 characters';
comment on column identity.sign_in_failure.source is 'personal: network address';
comment on column identity.sign_in_failure.at is 'plain: when';
