-- A register row says that its provider is a micro-enterprise: the kind is part of the key it points to.
alter table providers.provider add unique (id, kind);

create table providers.micro_enterprise (
    provider_id   uuid primary key,
    kind          text not null generated always as ('MICRO') stored,
    state         text not null check (state in ('ENQUIRY', 'DUE_DILIGENCE', 'LISTED', 'PAUSED', 'ENDED')),
    state_by      uuid,
    state_at      timestamptz not null,
    help          text[] not null default '{}' check (help <@ '{PERSONAL_CARE,DOMESTIC,COMPANIONSHIP,SHOPPING,MEALS,SITTING,NIGHTS}'),
    phone         text check (length(phone) between 1 and 30),
    email         text check (length(email) between 3 and 200),
    website       text check (website ~ '^https?://' and length(website) <= 200),
    foreign key (provider_id, kind) references providers.provider (id, kind)
);
comment on table providers.micro_enterprise is 'Register of micro-enterprises: people working for themselves, or with very few others, who help people at home.';
comment on column providers.micro_enterprise.provider_id is 'plain: which provider';
comment on column providers.micro_enterprise.kind is 'plain: always MICRO, so that no agency has a row';
comment on column providers.micro_enterprise.state is 'plain: how far it has come; only LISTED takes new people from the council';
comment on column providers.micro_enterprise.state_by is 'plain: whose step led to the state; none for rows older than the register';
comment on column providers.micro_enterprise.state_at is 'plain: when that was';
comment on column providers.micro_enterprise.help is 'plain: what it helps with';
comment on column providers.micro_enterprise.phone is 'personal: where the public may call; often one person''s own number';
comment on column providers.micro_enterprise.email is 'personal: where the public may write; often one person''s own address';
comment on column providers.micro_enterprise.website is 'plain: its own pages';

-- Micro-enterprises that were on the list of providers before there was a register have not been checked by anybody.
insert into providers.micro_enterprise (provider_id, state, state_at)
select id, 'ENQUIRY', clock_timestamp() from providers.provider where kind = 'MICRO';

create table providers.micro_step (
    id           bigint primary key generated always as identity,
    provider_id  uuid not null references providers.micro_enterprise,
    state        text not null,
    why          text not null check (length(why) <= 1000),
    at           timestamptz not null,
    by_account   uuid not null,
    by_name      text not null
);
create index micro_step_provider on providers.micro_step (provider_id, at);
comment on table providers.micro_step is 'Each step of a micro-enterprise through the register.';
comment on column providers.micro_step.id is 'plain: order of recording';
comment on column providers.micro_step.provider_id is 'plain: which micro-enterprise';
comment on column providers.micro_step.state is 'plain: the state it came into';
comment on column providers.micro_step.why is 'personal: the reason in somebody''s own words';
comment on column providers.micro_step.at is 'plain: when';
comment on column providers.micro_step.by_account is 'plain: who';
comment on column providers.micro_step.by_name is 'plain: who, as the name was then';

create table providers.micro_item (
    code text primary key,
    part text not null check (part in ('DUE_DILIGENCE', 'QUALITY')),
    optional boolean not null
);
comment on table providers.micro_item is 'What is checked before a micro-enterprise is listed, and the quality framework after it.';
comment on column providers.micro_item.code is 'plain: the item';
comment on column providers.micro_item.part is 'plain: needed for listing, or part of the quality framework';
comment on column providers.micro_item.optional is 'plain: may be answered with not needed and a reason';
insert into providers.micro_item (part, code, optional) values
    ('DUE_DILIGENCE', 'IDENTITY', false),
    ('DUE_DILIGENCE', 'DBS', false),
    ('DUE_DILIGENCE', 'REFERENCES', false),
    ('DUE_DILIGENCE', 'FOUR_PEOPLE', false),
    ('DUE_DILIGENCE', 'PUBLIC_LIABILITY', false),
    ('DUE_DILIGENCE', 'PROFESSIONAL_INDEMNITY', false),
    ('DUE_DILIGENCE', 'EMPLOYERS_LIABILITY', true),
    ('DUE_DILIGENCE', 'VEHICLE', true),
    ('DUE_DILIGENCE', 'TAX', false),
    ('DUE_DILIGENCE', 'DATA_PROTECTION', false),
    ('DUE_DILIGENCE', 'TRAINING_SAFEGUARDING', false),
    ('DUE_DILIGENCE', 'TRAINING_MOVING', true),
    ('DUE_DILIGENCE', 'TRAINING_MEDICATION', true),
    ('DUE_DILIGENCE', 'TRAINING_INFECTION', false),
    ('DUE_DILIGENCE', 'TRAINING_FIRST_AID', false),
    ('DUE_DILIGENCE', 'TRAINING_FOOD', true),
    ('DUE_DILIGENCE', 'TRAINING_CAPACITY', false),
    ('DUE_DILIGENCE', 'TRAINING_DEMENTIA', true),
    ('DUE_DILIGENCE', 'TRAINING_FIRE', false),
    ('DUE_DILIGENCE', 'TRAINING_HEALTH_SAFETY', false),
    ('DUE_DILIGENCE', 'TRAINING_EQUALITY', false),
    ('DUE_DILIGENCE', 'TRAINING_WELSH', false),
    ('QUALITY', 'POLICY_SAFEGUARDING', false),
    ('QUALITY', 'POLICY_COMPLAINTS', false),
    ('QUALITY', 'POLICY_CONFIDENTIALITY', false),
    ('QUALITY', 'POLICY_LONE_WORKING', false),
    ('QUALITY', 'COVER', false),
    ('QUALITY', 'CONTRACT', false),
    ('QUALITY', 'PERSONAL_PLAN', false),
    ('QUALITY', 'RECORDS', false),
    ('QUALITY', 'SELF_ASSESSMENT', false),
    ('QUALITY', 'ANNUAL_REVIEW', false);

create table providers.micro_check (
    id           uuid primary key,
    provider_id  uuid not null references providers.micro_enterprise,
    item         text not null references providers.micro_item,
    outcome      text not null check (outcome in ('DONE', 'NOT_NEEDED', 'NOT_DONE')),
    evidence     text not null check (evidence <> '' and length(evidence) <= 500),
    checked_on   date not null,
    review_on    date check (review_on > checked_on),
    at           timestamptz not null,
    by_account   uuid not null,
    by_name      text not null
);
create index micro_check_provider on providers.micro_check (provider_id, item, at desc);
comment on table providers.micro_check is 'What was found when an item was checked. Nothing is overwritten: the latest of an item stands.';
comment on column providers.micro_check.id is 'plain: key';
comment on column providers.micro_check.provider_id is 'plain: which micro-enterprise';
comment on column providers.micro_check.item is 'plain: what was checked';
comment on column providers.micro_check.outcome is 'plain: in order, not needed, or not in order';
comment on column providers.micro_check.evidence is 'personal: what was seen, or why it is not needed';
comment on column providers.micro_check.checked_on is 'plain: the day it was seen';
comment on column providers.micro_check.review_on is 'plain: the day it must be seen again';
comment on column providers.micro_check.at is 'plain: when it was recorded';
comment on column providers.micro_check.by_account is 'plain: who checked';
comment on column providers.micro_check.by_name is 'plain: who checked, as the name was then';

create view providers.micro_check_standing as
select distinct on (c.provider_id, c.item) c.*, i.part
from providers.micro_check c join providers.micro_item i on i.code = c.item
order by c.provider_id, c.item, c.at desc, c.id desc;

create function providers.micro_check_optional() returns trigger language plpgsql as $$
begin
    if new.outcome = 'NOT_NEEDED' and not (select optional from providers.micro_item where code = new.item) then
        raise exception '% is needed in any case', new.item using errcode = 'check_violation', constraint = 'micro_check_optional';
    end if;
    return null;
end $$;
create trigger micro_check_optional after insert or update on providers.micro_check
    for each row execute function providers.micro_check_optional();

-- Listed only with all of due diligence in order, by somebody who checked none of it. Whether a check is due again is
-- judged by the door, which knows the council's day.
create function providers.micro_listing() returns trigger language plpgsql as $$
begin
    if new.state <> 'LISTED' or (select state from providers.micro_enterprise where provider_id = new.provider_id) <> 'LISTED' then
        return null;
    end if;
    if exists (
            select from providers.micro_item i
            where i.part = 'DUE_DILIGENCE' and not exists (
                select from providers.micro_check_standing c
                where c.provider_id = new.provider_id and c.item = i.code and c.outcome <> 'NOT_DONE')) then
        raise exception 'due diligence of % is not complete', new.provider_id
            using errcode = 'check_violation', constraint = 'micro_listing_complete';
    end if;
    if new.state_by is null or exists (
            select from providers.micro_check_standing c
            where c.provider_id = new.provider_id and c.part = 'DUE_DILIGENCE' and c.by_account = new.state_by) then
        raise exception '% is listed by one who checked it', new.provider_id
            using errcode = 'check_violation', constraint = 'micro_listing_second_person';
    end if;
    return null;
end $$;
create constraint trigger micro_listing after insert or update of state on providers.micro_enterprise
    deferrable initially deferred for each row execute function providers.micro_listing();
