create table providers.micro_grant (
    id               uuid primary key,
    provider_id      uuid not null references providers.micro_enterprise,
    amount           numeric(8, 2) not null check (amount > 0),
    purpose          text not null check (purpose in ('INSURANCE', 'UNIFORM', 'PUBLICITY', 'EQUIPMENT', 'TRAINING', 'OTHER')),
    detail           text not null check (detail <> '' and length(detail) <= 500),
    status           text not null check (status in ('APPLIED', 'APPROVED', 'REFUSED', 'PAID')),
    applied_by       uuid not null,
    applied_by_name  text not null,
    applied_at       timestamptz not null,
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    conditions       text check (length(conditions) <= 1000),
    reason           text check (length(reason) <= 1000),
    paid_on          date,
    paid_by          uuid,
    paid_by_name     text,
    constraint micro_grant_second_person check (decided_by <> applied_by),
    check ((status = 'APPLIED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_by_name is null)),
    check ((status = 'PAID') = (paid_on is not null)),
    check ((paid_on is null) = (paid_by is null) and (paid_on is null) = (paid_by_name is null))
);
create index micro_grant_provider on providers.micro_grant (provider_id);
comment on table providers.micro_grant is 'Start-up grants: insurance, a uniform, a laptop for somebody who begins.';
comment on column providers.micro_grant.id is 'plain: key';
comment on column providers.micro_grant.provider_id is 'plain: which micro-enterprise';
comment on column providers.micro_grant.amount is 'plain: pounds asked for';
comment on column providers.micro_grant.purpose is 'plain: what kind of cost it is for';
comment on column providers.micro_grant.detail is 'plain: what exactly it is for';
comment on column providers.micro_grant.status is 'plain: asked for, approved, refused or paid';
comment on column providers.micro_grant.applied_by is 'plain: who recorded the application';
comment on column providers.micro_grant.applied_by_name is 'plain: who recorded it, as the name was then';
comment on column providers.micro_grant.applied_at is 'plain: when it was recorded';
comment on column providers.micro_grant.decided_by is 'plain: who decided; never the one who recorded it';
comment on column providers.micro_grant.decided_by_name is 'plain: who decided, as the name was then';
comment on column providers.micro_grant.decided_at is 'plain: when it was decided';
comment on column providers.micro_grant.conditions is 'plain: what the micro-enterprise has to do in return';
comment on column providers.micro_grant.reason is 'plain: why it was approved or refused';
comment on column providers.micro_grant.paid_on is 'plain: the day the money was paid';
comment on column providers.micro_grant.paid_by is 'plain: who recorded the payment';
comment on column providers.micro_grant.paid_by_name is 'plain: who recorded it, as the name was then';

create table providers.micro_network (
    id          uuid primary key,
    name        text not null check (name <> '' and length(name) <= 100),
    founded_at  timestamptz not null,
    founded_by  uuid not null
);
create unique index micro_network_name on providers.micro_network (lower(name));
comment on table providers.micro_network is 'Micro-enterprises that share packages, so that each can have days off.';
comment on column providers.micro_network.id is 'plain: key';
comment on column providers.micro_network.name is 'plain: what it is called';
comment on column providers.micro_network.founded_at is 'plain: when it was recorded';
comment on column providers.micro_network.founded_by is 'plain: who recorded it';

create table providers.micro_network_member (
    id           uuid primary key,
    network_id   uuid not null references providers.micro_network,
    provider_id  uuid not null references providers.micro_enterprise,
    from_day     date not null,
    until_day    date check (until_day >= from_day),
    by_account   uuid not null,
    ended_by     uuid,
    unique (network_id, provider_id, id),
    constraint micro_network_member_once exclude using gist (network_id with =, provider_id with =, daterange(from_day, until_day) with &&)
);
comment on table providers.micro_network_member is 'From when until when a micro-enterprise belongs to a network.';
comment on column providers.micro_network_member.id is 'plain: key';
comment on column providers.micro_network_member.network_id is 'plain: which network';
comment on column providers.micro_network_member.provider_id is 'plain: which micro-enterprise';
comment on column providers.micro_network_member.from_day is 'plain: first day';
comment on column providers.micro_network_member.until_day is 'plain: first day no longer';
comment on column providers.micro_network_member.by_account is 'plain: who recorded it';
comment on column providers.micro_network_member.ended_by is 'plain: who recorded the end';

create table providers.micro_shared (
    id           uuid primary key,
    network_id   uuid not null,
    provider_id  uuid not null,
    member_id    uuid not null,
    package_ref  text not null check (package_ref ~ '^PKG-[0-9A-Z]{4}-[0-9A-Z]$'),
    help         text not null check (help in ('PERSONAL_CARE', 'DOMESTIC', 'COMPANIONSHIP', 'SHOPPING', 'MEALS', 'SITTING', 'NIGHTS')),
    days         text not null check (days ~ '^1?2?3?4?5?6?7?$' and days <> ''),
    from_day     date not null,
    until_day    date check (until_day >= from_day),
    by_account   uuid not null,
    foreign key (network_id, provider_id, member_id) references providers.micro_network_member (network_id, provider_id, id)
);
create unique index micro_shared_part on providers.micro_shared (network_id, package_ref, provider_id, help) where until_day is null;
comment on table providers.micro_shared is 'Which member of a network does which part of a shared package. Sharing does not lift the limit of four people.';
comment on column providers.micro_shared.id is 'plain: key';
comment on column providers.micro_shared.network_id is 'plain: which network';
comment on column providers.micro_shared.provider_id is 'plain: which micro-enterprise';
comment on column providers.micro_shared.member_id is 'plain: by which membership';
comment on column providers.micro_shared.package_ref is 'plain: reference of the package; nobody is named';
comment on column providers.micro_shared.help is 'plain: which part';
comment on column providers.micro_shared.days is 'plain: days of the week, Monday is 1';
comment on column providers.micro_shared.from_day is 'plain: first day';
comment on column providers.micro_shared.until_day is 'plain: first day no longer';
comment on column providers.micro_shared.by_account is 'plain: who recorded it';
