-- One number a person for the top of each page, read with the session. Whoever keeps an inbox keeps it true.
create table identity.unread (
    account_id uuid primary key references identity.account,
    number     int not null check (number >= 0)
) with (fillfactor = 50);
comment on table identity.unread is 'How many messages a person has not read yet; without a row it is none.';
comment on column identity.unread.account_id is 'plain: who';
comment on column identity.unread.number is 'plain: how many';
