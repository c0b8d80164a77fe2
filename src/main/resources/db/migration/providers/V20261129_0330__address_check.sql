-- Where mail leaves the house, whoever registers gets a link that works once. Until it was used the organisation may fill in its
-- application and not hand it in.
create table providers.address_check (
    account_id   uuid primary key,
    provider_id  uuid not null references providers.accreditation,
    token_hash   text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    sent_at      timestamptz not null,
    expires_at   timestamptz not null check (expires_at > sent_at),
    confirmed_at timestamptz check (confirmed_at >= sent_at)
);
create index address_check_provider on providers.address_check (provider_id);
comment on table providers.address_check is 'Addresses given at registration and whether a link sent there was used. Without a row nothing was sent.';
comment on column providers.address_check.account_id is 'plain: whose address; it is the user name';
comment on column providers.address_check.provider_id is 'plain: for which organisation';
comment on column providers.address_check.token_hash is 'plain: fingerprint of the secret in the link';
comment on column providers.address_check.sent_at is 'plain: when the latest link was sent';
comment on column providers.address_check.expires_at is 'plain: until when it works';
comment on column providers.address_check.confirmed_at is 'plain: when it was used';

create function providers.applies_from_own_address() returns trigger language plpgsql as $$
begin
    if exists (select from providers.address_check c where c.provider_id = new.provider_id and c.confirmed_at is null) then
        raise exception 'the address of % was not confirmed', new.provider_id using errcode = 'check_violation',
            constraint = 'applies_from_own_address';
    end if;
    return new;
end $$;
create trigger applies_from_own_address before update on providers.accreditation
    for each row when (new.state = 'APPLIED' and old.state <> 'APPLIED') execute function providers.applies_from_own_address();
