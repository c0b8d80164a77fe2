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
comment on table site.event_publication is 'Events that rooms still have to hear of after the change that made them is committed.';
comment on column site.event_publication.id is 'plain: key';
comment on column site.event_publication.listener_id is 'plain: which listener';
comment on column site.event_publication.event_type is 'plain: class of the event';
comment on column site.event_publication.serialized_event is 'personal: the event; names the member of staff who acted, references besides';
comment on column site.event_publication.publication_date is 'plain: when it happened';
comment on column site.event_publication.completion_date is 'plain: when the listener was done; none while it is not';
comment on column site.event_publication.status is 'plain: how far it is';
comment on column site.event_publication.completion_attempts is 'plain: how often it was tried';
comment on column site.event_publication.last_resubmission_date is 'plain: when it was tried again';
