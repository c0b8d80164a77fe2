-- Tokens with which a provider's call-monitoring system sends files of visits. The token itself is stored nowhere.
create table visits.token (
    id           uuid primary key,
    provider_id  uuid not null references providers.provider,
    name         text not null check (name <> ''),
    hash         bytea not null unique check (length(hash) = 32),
    made_by      uuid not null,
    made_by_name text not null,
    made_at      timestamptz not null default clock_timestamp(),
    used_at      timestamptz,
    revoked_by   uuid,
    revoked_at   timestamptz,
    check ((revoked_by is null) = (revoked_at is null))
);
create index token_provider on visits.token (provider_id, made_at desc);
create function visits.keep_token() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (old.id, old.provider_id, old.name, old.hash, old.made_by, old.made_at)
            is distinct from (new.id, new.provider_id, new.name, new.hash, new.made_by, new.made_at)
            or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
        raise exception 'a token is kept as it was made, and revoked once' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_token before update or delete on visits.token for each row execute function visits.keep_token();
comment on table visits.token is 'Tokens with which systems of a provider send files of visits.';
comment on column visits.token.id is 'plain: key';
comment on column visits.token.provider_id is 'plain: for whom alone it speaks';
comment on column visits.token.name is 'plain: which system uses it';
comment on column visits.token.hash is 'plain: SHA-256 of the token; the token itself is stored nowhere';
comment on column visits.token.made_by is 'plain: account; the token acts for it and ends with its right to';
comment on column visits.token.made_by_name is 'personal: name of that person';
comment on column visits.token.made_at is 'plain: when';
comment on column visits.token.used_at is 'plain: last used, to the minute';
comment on column visits.token.revoked_by is 'plain: account';
comment on column visits.token.revoked_at is 'plain: when; never again after that';

create table visits.token_minute (
    token_id uuid not null references visits.token,
    minute   timestamptz not null,
    calls    int not null,
    primary key (token_id, minute)
);
comment on table visits.token_minute is 'How often a token was used in a minute, on whatever node.';
comment on column visits.token_minute.token_id is 'plain: which token';
comment on column visits.token_minute.minute is 'plain: which minute';
comment on column visits.token_minute.calls is 'plain: how often';

-- A file of Abacus carries a reference that may be used once.
alter table visits.import add file_reference text;
create unique index import_reference_once on visits.import (provider_id, file_reference)
    where file_reference is not null and status in ('READING', 'CHECKED', 'WORKING', 'DONE');
comment on column visits.import.file_reference is 'plain: the provider’s reference of the file, in formats that have one';
