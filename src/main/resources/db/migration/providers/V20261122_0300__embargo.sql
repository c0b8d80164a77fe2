-- An embargo with its dates and both people who end it. provider.embargo is what matching reads; it says the same at the
-- end of every transaction that touches this table.
create table providers.embargo (
    id                 uuid primary key,
    ref                text not null unique check (ref ~ '^EMB-[0-9A-Z]{4}-[0-9A-Z]$'),
    provider_id        uuid not null references providers.provider,
    level              text not null check (level in ('NEW_WORK', 'NEW_WORK_AND_INCREASES')),
    cause              text not null check (cause in ('SAFEGUARDING', 'REGULATOR', 'QUALITY', 'WORKFORCE', 'FINANCE', 'OTHER')),
    reason             text not null check (length(reason) between 10 and 2000),
    language           text not null check (language in ('en', 'cy')),
    imposed_by         uuid not null,
    imposed_by_name    text not null,
    imposed_at         timestamptz not null,
    review_on          date not null,
    lift_asked_by      uuid,
    lift_asked_by_name text,
    lift_asked_at      timestamptz,
    lift_reason        text check (length(lift_reason) between 10 and 2000),
    lifted_by          uuid,
    lifted_by_name     text,
    lifted_at          timestamptz,
    version            bigint not null default 0,
    constraint embargo_reviewed_later check (review_on > (imposed_at at time zone 'Europe/London')::date),
    constraint embargo_lift_whole check (num_nonnulls(lift_asked_by, lift_asked_by_name, lift_asked_at, lift_reason) in (0, 4)),
    constraint embargo_lifted_whole check (num_nonnulls(lifted_by, lifted_by_name, lifted_at) in (0, 3)),
    constraint embargo_two_people check (lifted_by is null or (lift_asked_by is not null and lifted_by <> lift_asked_by)),
    constraint embargo_in_order check (lift_asked_at >= imposed_at and lifted_at >= lift_asked_at),
    constraint embargo_one_at_a_time exclude using gist (provider_id with =, tstzrange(imposed_at, lifted_at) with &&)
);
comment on table providers.embargo is 'Work the council has stopped for a provider: from when, why, until when. Live care goes on.';
comment on column providers.embargo.id is 'plain: key';
comment on column providers.embargo.ref is 'plain: what people call it';
comment on column providers.embargo.provider_id is 'plain: for whom';
comment on column providers.embargo.level is 'plain: new work, or increases for people it has as well';
comment on column providers.embargo.cause is 'plain: code of why';
comment on column providers.embargo.reason is 'personal: why, as the provider is told';
comment on column providers.embargo.language is 'plain: in which the reason is written';
comment on column providers.embargo.imposed_by is 'plain: account that imposed it';
comment on column providers.embargo.imposed_by_name is 'personal: name of that account then';
comment on column providers.embargo.imposed_at is 'plain: from when it counts';
comment on column providers.embargo.review_on is 'plain: day by which the council looks at it again';
comment on column providers.embargo.lift_asked_by is 'plain: account that proposes to lift it';
comment on column providers.embargo.lift_asked_by_name is 'personal: name of that account then';
comment on column providers.embargo.lift_asked_at is 'plain: when';
comment on column providers.embargo.lift_reason is 'personal: why it may be lifted';
comment on column providers.embargo.lifted_by is 'plain: second account, which lifted it';
comment on column providers.embargo.lifted_by_name is 'personal: name of that account then';
comment on column providers.embargo.lifted_at is 'plain: until when it counted';
comment on column providers.embargo.version is 'plain: optimistic lock';
create index embargo_provider on providers.embargo (provider_id, imposed_at desc);
create index embargo_review on providers.embargo (review_on) where lifted_at is null;
create index embargo_time on providers.embargo (imposed_at desc, id desc);

create table providers.embargo_event (
    id         bigint generated always as identity primary key,
    embargo_id uuid not null references providers.embargo,
    event      text not null check (event in ('IMPOSED', 'REVIEWED', 'WIDENED', 'LIFT_ASKED', 'LIFT_REFUSED', 'LIFTED')),
    at         timestamptz not null,
    by_account uuid not null,
    by_name    text not null,
    level      text not null check (level in ('NEW_WORK', 'NEW_WORK_AND_INCREASES')),
    review_on  date not null,
    note       text not null
);
comment on table providers.embargo_event is 'Every step of an embargo as it was taken. Nothing is changed or deleted.';
comment on column providers.embargo_event.id is 'plain: key, in the order of the steps';
comment on column providers.embargo_event.embargo_id is 'plain: which embargo';
comment on column providers.embargo_event.event is 'plain: what was done';
comment on column providers.embargo_event.at is 'plain: when';
comment on column providers.embargo_event.by_account is 'plain: account that did it';
comment on column providers.embargo_event.by_name is 'personal: name of that account then';
comment on column providers.embargo_event.level is 'plain: level after the step';
comment on column providers.embargo_event.review_on is 'plain: review date after the step';
comment on column providers.embargo_event.note is 'personal: why, in the words of whoever did it';
create index embargo_event_of on providers.embargo_event (embargo_id, id);

-- A provider under an embargo from before this table keeps it, with a review soon. References by the rule of
-- kernel.Reference.
create function pg_temp.embargo_reference() returns text language plpgsql as $$
declare
    alphabet constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    body text := '';
    sum int := ascii('E') + ascii('M') + ascii('B');
begin
    for i in 0..3 loop
        body := body || substr(alphabet, 1 + floor(random() * 32)::int, 1);
        sum := (sum * 3 + (strpos(alphabet, substr(body, i + 1, 1)) - 1) * (i + 2)) % 31;
    end loop;
    return 'EMB-' || body || '-' || substr(alphabet, sum + 1, 1);
end $$;
insert into providers.embargo (id, ref, provider_id, level, cause, reason, language, imposed_by, imposed_by_name, imposed_at, review_on)
select gen_random_uuid(), pg_temp.embargo_reference(), p.id, p.embargo, 'OTHER',
    'Carried over from before reasons were kept.', 'en', '00000000-0000-0000-0000-000000000000', 'Pontio', now(),
    (now() at time zone 'Europe/London')::date + 14
from providers.provider p where p.embargo <> 'NONE';
insert into providers.embargo_event (embargo_id, event, at, by_account, by_name, level, review_on, note)
select id, 'IMPOSED', imposed_at, imposed_by, imposed_by_name, level, review_on, reason from providers.embargo;

create function providers.embargo_agrees() returns trigger language plpgsql as $$
begin
    if (select p.embargo from providers.provider p where p.id = new.provider_id) is distinct from
        coalesce((select e.level from providers.embargo e where e.provider_id = new.provider_id and e.lifted_at is null), 'NONE') then
        raise exception 'provider and embargo do not agree' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger embargo_agrees after insert or update on providers.embargo
    deferrable initially deferred for each row execute function providers.embargo_agrees();
