create table identity.invitation (
    token_hash  bytea primary key,
    account_id  uuid not null references identity.account,
    invited_by  uuid not null references identity.account,
    invited_at  timestamptz not null default clock_timestamp(),
    ends_at     timestamptz not null,
    taken_up_at timestamptz,
    check (ends_at > invited_at)
);
create unique index invitation_one_open on identity.invitation (account_id) where taken_up_at is null;
create index invitation_invited_by on identity.invitation (invited_by);
comment on table identity.invitation is 'Links by which invited people choose their password. One open link an account; each opens once.';
comment on column identity.invitation.token_hash is 'plain: SHA-256 of the link; the link itself is stored nowhere';
comment on column identity.invitation.account_id is 'plain: whose account it opens';
comment on column identity.invitation.invited_by is 'plain: administrator who made the link';
comment on column identity.invitation.invited_at is 'plain: when it was made';
comment on column identity.invitation.ends_at is 'plain: until when it opens';
comment on column identity.invitation.taken_up_at is 'plain: when the password was chosen; none while the link is open';
