create table notifications.calendar (
    account_id uuid primary key references identity.account,
    token_hash bytea not null unique,
    made_at    timestamptz not null,
    fetched_at timestamptz
);
comment on table notifications.calendar is 'One address a person under which a calendar program fetches their dates. A new one takes the place of the old.';
comment on column notifications.calendar.account_id is 'plain: whose';
comment on column notifications.calendar.token_hash is 'plain: SHA-256 of the secret in the address; the secret itself is stored nowhere';
comment on column notifications.calendar.made_at is 'plain: when';
comment on column notifications.calendar.fetched_at is 'plain: last fetched, to the hour, so that a person can see whether somebody still does';
