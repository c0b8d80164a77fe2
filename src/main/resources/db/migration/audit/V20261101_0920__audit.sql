create schema audit;

create table audit.entry (
    id           bigint primary key,
    at           timestamptz not null,
    account_id   uuid not null,
    roles        text not null,
    organisation uuid not null,
    action       text not null,
    subject      text not null,
    reason       text,
    facts        jsonb not null default '{}',
    previous     bytea not null,
    seal         bytea not null unique
);
create index entry_subject on audit.entry (subject, id desc);
create index entry_account on audit.entry (account_id, id desc);

create table audit.reading (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    account_id uuid not null,
    page       text not null,
    subject    text not null
);
create index reading_subject on audit.reading (subject, id desc);

create table audit.reading_seal (
    upto     bigint primary key,
    at       timestamptz not null,
    rows     int not null,
    previous bytea not null,
    seal     bytea not null unique
);

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is only ever added to';
end $$;
create trigger append_only before update or delete or truncate on audit.entry for each statement execute function audit.refuse();
create trigger append_only before update or delete or truncate on audit.reading for each statement execute function audit.refuse();
create trigger append_only before update or delete or truncate on audit.reading_seal for each statement execute function audit.refuse();

-- One entry at a time: the advisory lock is held to the end of the transaction, so ids follow the order of commits and
-- each seal covers the one before.
create function audit.append(account uuid, roles text, organisation uuid, action text, subject text, reason text, facts jsonb)
returns bigint language plpgsql as $$
declare
    last audit.entry;
    number bigint;
    at_now timestamptz;
begin
    perform pg_advisory_xact_lock(hashtext('audit.entry'));
    select * into last from audit.entry order by id desc limit 1;
    number := coalesce(last.id, 0) + 1;
    at_now := clock_timestamp();
    insert into audit.entry (id, at, account_id, roles, organisation, action, subject, reason, facts, previous, seal)
    values (number, at_now, account, append.roles, append.organisation, append.action, append.subject, append.reason, append.facts,
        coalesce(last.seal, '\x00'),
        audit.seal_of(number, at_now, account, append.roles, append.organisation, append.action, append.subject, append.reason,
            append.facts, coalesce(last.seal, '\x00')));
    return number;
end $$;

create function audit.seal_of(id bigint, at timestamptz, account uuid, roles text, organisation uuid, action text, subject text,
    reason text, facts jsonb, previous bytea)
returns bytea language sql immutable as $$
    select sha256(convert_to(jsonb_build_array(id, extract(epoch from at), account, roles, organisation, action, subject, reason,
        facts)::text, 'UTF8') || previous)
$$;
