create schema notifications;

create table notifications.news (
    id          uuid primary key,
    key         text not null unique check (key <> ''),
    kind        text not null check (kind in ('OPPORTUNITY', 'CLOSING', 'CHANGED', 'ANSWER', 'OFFER', 'RESULT', 'EMBARGO',
        'ACCREDITATION', 'REMINDER', 'QUESTION', 'ROUND', 'AWARD', 'START', 'LEAVING', 'BRIDGING')),
    message_key text not null check (message_key <> ''),
    ref         text not null check (ref ~ '^[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]$'),
    about_at    timestamptz,
    about_day   date,
    locality    text references areas.locality,
    path        text not null check (path ~ '^/[a-z]' and length(path) <= 200),
    at          timestamptz not null
);
create index news_at on notifications.news (at);
comment on table notifications.news is 'What there is to tell, once for all who are told.';
comment on column notifications.news.id is 'plain: key';
comment on column notifications.news.key is 'plain: what makes it the same news when it is told again';
comment on column notifications.news.kind is 'plain: what people choose their mails by';
comment on column notifications.news.message_key is 'plain: which sentence';
comment on column notifications.news.ref is 'plain: reference of what it is about; nothing else of it is kept here';
comment on column notifications.news.about_at is 'plain: the moment it speaks of, like a deadline';
comment on column notifications.news.about_day is 'plain: the day it speaks of, like a start';
comment on column notifications.news.locality is 'plain: patch';
comment on column notifications.news.path is 'plain: where to read it, without language';
comment on column notifications.news.at is 'plain: when it was first told';

create table notifications.inbox (
    account_id uuid not null references identity.account,
    news_id    uuid not null references notifications.news,
    told_at    timestamptz not null,
    rhythm     text not null check (rhythm in ('AT_ONCE', 'DAILY', 'WEEKLY', 'OFF')),
    read_at    timestamptz,
    mail_id    uuid,
    primary key (account_id, news_id)
);
create index inbox_list on notifications.inbox (account_id, told_at desc, news_id desc);
create index inbox_unread on notifications.inbox (account_id) where read_at is null;
create index inbox_to_mail on notifications.inbox (told_at)
    where mail_id is null and read_at is null and rhythm <> 'OFF';
create index inbox_news on notifications.inbox (news_id);
comment on table notifications.inbox is 'Who was told what. The key is the law that nobody is told the same thing twice.';
comment on column notifications.inbox.account_id is 'plain: who';
comment on column notifications.inbox.news_id is 'plain: what';
comment on column notifications.inbox.told_at is 'plain: when, by the database’s clock';
comment on column notifications.inbox.rhythm is 'plain: how soon a mail about it may go, as the person wished when told or has changed since';
comment on column notifications.inbox.read_at is 'plain: when it was opened; none while it is new';
comment on column notifications.inbox.mail_id is 'plain: the mail that carried it; none while there is none';

-- The number at the top of the page is the number of rows: whatever writes here, in the same transaction.
create function notifications.count_unread() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into identity.unread (account_id, number)
        select account_id, count(*) from added where read_at is null group by account_id order by account_id
        on conflict (account_id) do update set number = unread.number + excluded.number;
    elsif tg_op = 'UPDATE' then
        update identity.unread u set number = u.number + c.more
        from (select n.account_id,
                     count(*) filter (where n.read_at is null) - count(*) filter (where o.read_at is null) as more
              from added n join removed o using (account_id, news_id) group by n.account_id) c
        where c.account_id = u.account_id and c.more <> 0;
    else
        update identity.unread u set number = u.number - c.less
        from (select account_id, count(*) as less from removed where read_at is null group by account_id) c
        where c.account_id = u.account_id;
    end if;
    return null;
end $$;
create trigger count_told after insert on notifications.inbox
    referencing new table as added for each statement execute function notifications.count_unread();
create trigger count_read after update on notifications.inbox
    referencing old table as removed new table as added for each statement execute function notifications.count_unread();
create trigger count_removed after delete on notifications.inbox
    referencing old table as removed for each statement execute function notifications.count_unread();

create table notifications.wish (
    account_id uuid not null references identity.account,
    kind       text not null,
    rhythm     text not null check (rhythm in ('AT_ONCE', 'DAILY', 'WEEKLY', 'OFF')),
    token      text not null unique check (length(token) = 43),
    primary key (account_id, kind)
);
comment on table notifications.wish is 'How often a person wants mails about a kind of news; without a row as is usual for the kind.';
comment on column notifications.wish.account_id is 'plain: who';
comment on column notifications.wish.kind is 'plain: about what';
comment on column notifications.wish.rhythm is 'plain: how often';
comment on column notifications.wish.token is 'plain: stands in the mails; whoever has it can turn mails of this kind off and do nothing else';

create table notifications.mail (
    id         uuid primary key,
    key        text not null unique,
    account_id uuid references identity.account,
    address    text,
    language   text not null check (language in ('en', 'cy')),
    subject    text not null,
    body       text not null,
    off_url    text,
    state      text not null check (state in ('QUEUED', 'SENT', 'GIVEN_UP')),
    tries      int not null default 0,
    next_at    timestamptz not null,
    queued_at  timestamptz not null,
    ended_at   timestamptz,
    failure    text,
    check ((account_id is null) <> (address is null) or state <> 'QUEUED'),
    check ((state = 'QUEUED') = (ended_at is null)),
    check (state = 'QUEUED' or (body = '' and address is null))
);
create index mail_queue on notifications.mail (next_at, id) where state = 'QUEUED';
comment on table notifications.mail is 'Messages on their way out. A node takes one by moving next_at on, so that no two send it and none is lost with a node.';
comment on column notifications.mail.id is 'plain: key, also the message’s own id, by which a second copy can be known';
comment on column notifications.mail.key is 'plain: what makes it the same message';
comment on column notifications.mail.account_id is 'plain: to whom; the address is looked up when it leaves';
comment on column notifications.mail.address is 'personal: where to, for somebody without an account; forgotten when it has left';
comment on column notifications.mail.language is 'plain: of the message';
comment on column notifications.mail.subject is 'plain: subject, without any name';
comment on column notifications.mail.body is 'personal: plain text, may hold a link with a secret; emptied when it has left or is given up';
comment on column notifications.mail.off_url is 'plain: where mails of this kind can be turned off, for the header';
comment on column notifications.mail.state is 'plain: how far it is';
comment on column notifications.mail.tries is 'plain: how often it was taken to be sent';
comment on column notifications.mail.next_at is 'plain: not to be taken before';
comment on column notifications.mail.queued_at is 'plain: when it was written';
comment on column notifications.mail.ended_at is 'plain: when it left or was given up';
comment on column notifications.mail.failure is 'plain: class or code of the last failure, never its text';

-- Daily mails go at seven in the morning, weekly ones on Mondays, by the clock on the wall.
create function notifications.mail_due(rhythm text, told_at timestamptz) returns timestamptz language sql stable as $$
    select case rhythm
        when 'AT_ONCE' then told_at
        when 'DAILY' then (date_trunc('day', (told_at at time zone 'Europe/London') - interval '7 hours')
            + interval '1 day 7 hours') at time zone 'Europe/London'
        when 'WEEKLY' then (date_trunc('week', (told_at at time zone 'Europe/London') - interval '7 hours')
            + interval '7 days 7 hours') at time zone 'Europe/London'
        else 'infinity' end
$$;
