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
create index entry_at on audit.entry (at desc, id desc);
create index entry_subject on audit.entry (subject, at desc, id desc);
create index entry_account on audit.entry (account_id, at desc, id desc);
create index entry_action on audit.entry (action, at desc, id desc);
comment on table audit.entry is 'What was changed. Holds references and codes, never what a page says of a person.';
comment on column audit.entry.id is 'plain: 1, 2, 3 … without a gap, in the order of the commits';
comment on column audit.entry.at is 'plain: when, by the database''s clock';
comment on column audit.entry.account_id is 'plain: key of the account that did it';
comment on column audit.entry.roles is 'plain: the roles of the account at that moment';
comment on column audit.entry.organisation is 'plain: for whom the account acted';
comment on column audit.entry.action is 'plain: what was done, as the name of the event';
comment on column audit.entry.subject is 'plain: reference of what it was done to';
comment on column audit.entry.reason is 'plain: code of the reason, where the act asks for one';
comment on column audit.entry.facts is 'plain: codes and figures, never a name, an address or a free text';
comment on column audit.entry.previous is 'plain: seal of the entry before';
comment on column audit.entry.seal is 'plain: SHA-256 over this entry and the seal before it';

create table audit.reading (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    account_id uuid not null,
    page       text not null,
    subject    text not null
);
create index reading_at on audit.reading (at desc, id desc);
create index reading_subject on audit.reading (subject, at desc, id desc);
create index reading_account on audit.reading (account_id, at desc, id desc);
comment on table audit.reading is 'Who looked at a page with personal data.';
comment on column audit.reading.id is 'plain: key; numbers of readings that were rolled back are missing';
comment on column audit.reading.at is 'plain: when, by the database''s clock';
comment on column audit.reading.account_id is 'plain: key of the account that looked';
comment on column audit.reading.page is 'plain: which page, as a word of the room that shows it';
comment on column audit.reading.subject is 'plain: reference of what was looked at';

create table audit.reading_seal (
    upto     bigint primary key,
    at       timestamptz not null,
    rows     int not null,
    previous bytea not null,
    seal     bytea not null unique
);

comment on table audit.reading_seal is 'Readings are too many to be chained one by one: a job seals them in blocks.';
comment on column audit.reading_seal.upto is 'plain: last reading of the block; it begins after the block before';
comment on column audit.reading_seal.at is 'plain: when it was sealed';
comment on column audit.reading_seal.rows is 'plain: readings in the block';
comment on column audit.reading_seal.previous is 'plain: seal of the block before';
comment on column audit.reading_seal.seal is 'plain: SHA-256 over the rows of the block and the seal before it';

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

-- The first entry after `low`, up to `high`, that is not what it was when it was written, or whose neighbour is missing.
create function audit.first_broken(low bigint, high bigint) returns bigint language sql stable as $$
    select e.id
    from (select audit.entry.*, lag(entry.id, 1, 0::bigint) over (order by entry.id) as id_before,
            lag(entry.seal, 1, '\x00'::bytea) over (order by entry.id) as seal_before
          from audit.entry where entry.id between low and high) e
    where e.id > low
        and (e.id <> e.id_before + 1 or e.previous <> e.seal_before
            or e.seal <> audit.seal_of(e.id, e.at, e.account_id, e.roles, e.organisation, e.action, e.subject, e.reason, e.facts, e.previous))
    order by e.id limit 1
$$;

-- What seals the readings after `low` up to `high`.
create function audit.readings_seal_of(low bigint, high bigint, previous bytea) returns bytea language sql stable as $$
    select sha256(convert_to(coalesce(string_agg(
        jsonb_build_array(r.id, extract(epoch from r.at), r.account_id, r.page, r.subject)::text, E'\n' order by r.id), ''), 'UTF8') || previous)
    from audit.reading r where r.id > low and r.id <= high
$$;

-- The last reading of the first block of readings, after `low` up to `high`, that is not what was sealed.
create function audit.first_broken_readings(low bigint, high bigint) returns bigint language sql stable as $$
    select s.upto
    from (select reading_seal.*, lag(reading_seal.upto, 1, 0::bigint) over (order by reading_seal.upto) as upto_before,
            lag(reading_seal.seal, 1, '\x00'::bytea) over (order by reading_seal.upto) as seal_before
          from audit.reading_seal where reading_seal.upto between low and high) s
    where s.upto > low
        and (s.previous <> s.seal_before or s.seal <> audit.readings_seal_of(s.upto_before, s.upto, s.previous))
    order by s.upto limit 1
$$;

-- A reading has its number before its transaction ends. Up to this one no transaction can add any more: the lock waits for
-- those under way. It gives up soon, because everybody who opens a page waits behind it; then there is no answer.
create function audit.settled_readings() returns bigint language plpgsql set lock_timeout = '200ms' as $$
begin
    lock table audit.reading in share mode;
    return (select coalesce(max(r.id), 0) from audit.reading r);
exception when lock_not_available then
    return null;
end $$;

-- Seals one block of readings up to `high`, none later than `most` rows on. Returns how many rows it sealed.
create function audit.seal_readings(high bigint, most int) returns int language plpgsql as $$
declare
    last audit.reading_seal;
    block_end bigint;
    block_rows int;
begin
    select * into last from audit.reading_seal order by upto desc limit 1;
    select max(b.id), count(*) into block_end, block_rows
    from (select r.id from audit.reading r where r.id > coalesce(last.upto, 0) and r.id <= high order by r.id limit most) b;
    if block_rows = 0 then
        return 0;
    end if;
    insert into audit.reading_seal (upto, at, rows, previous, seal)
    values (block_end, clock_timestamp(), block_rows, coalesce(last.seal, '\x00'),
        audit.readings_seal_of(coalesce(last.upto, 0), block_end, coalesce(last.seal, '\x00')));
    return block_rows;
end $$;
