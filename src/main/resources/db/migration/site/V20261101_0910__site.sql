create schema site;

create table site.answered_form (
    key        uuid primary key,
    account_id uuid,
    path       text not null,
    started_at timestamptz not null default clock_timestamp(),
    answer     text
);
comment on table site.answered_form is 'One row a form sent: the second time the same form arrives, the first answer is given again.';
comment on column site.answered_form.key is 'plain: hidden key of the form, made when the page was shown';
comment on column site.answered_form.account_id is 'plain: who sent it';
comment on column site.answered_form.path is 'plain: where to';
comment on column site.answered_form.started_at is 'plain: when it first arrived';
comment on column site.answered_form.answer is 'plain: where the answer sent the browser; none while at work';

create table site.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
