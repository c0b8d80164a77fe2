-- Plans for the whole waiting list, kept as they were made. Nothing is awarded by one.
create schema if not exists matching;

create table matching.plan (
    id               uuid primary key,
    ref              text not null unique check (ref ~ '^PLN-[0-9A-Z]{4}-[0-9A-Z]$'),
    aim              text not null check (aim in ('USUAL', 'PEOPLE', 'HOURS', 'URGENCY', 'COST')),
    closed           text not null,
    patch            text not null,
    extra_minutes    int not null check (extra_minutes >= 0),
    extra_pence      int not null check (extra_pence >= 0),
    extra_days       int not null check (extra_days >= 0),
    extra_window     int not null check (extra_window >= 0),
    seed             bigint not null,
    steps            bigint not null check (steps >= 0),
    asked_by         uuid not null,
    asked_by_name    text not null check (asked_by_name <> ''),
    asked_at         timestamptz not null,
    state            text not null check (state in ('RUNNING', 'DONE', 'STOPPED', 'FAILED')),
    stop_asked       boolean not null default false,
    heard_at         timestamptz not null,
    steps_done       bigint not null default 0,
    inputs_at        timestamptz,
    worth            bigint,
    bound            bigint,
    finished_at      timestamptz,
    check ((patch = '') = (extra_minutes = 0)),
    check (worth <= bound),
    check ((state in ('DONE', 'STOPPED')) = (worth is not null)),
    check ((worth is null) = (bound is null) and (worth is null) = (inputs_at is null)),
    check ((state = 'RUNNING') = (finished_at is null))
);
comment on table matching.plan is 'Plans for the whole waiting list: what was asked, and what came of it.';
comment on column matching.plan.id is 'plain: key';
comment on column matching.plan.ref is 'plain: what people call it';
comment on column matching.plan.aim is 'plain: what it was made for';
comment on column matching.plan.closed is 'plain: reference of a provider supposed to take nothing new, or nothing';
comment on column matching.plan.patch is 'plain: patch in which more hours were supposed, or nothing';
comment on column matching.plan.extra_minutes is 'plain: worker minutes a week supposed there';
comment on column matching.plan.extra_pence is 'plain: pence by which the ceiling was supposed to be higher';
comment on column matching.plan.extra_days is 'plain: days by which care was supposed to be allowed to start later';
comment on column matching.plan.extra_window is 'plain: minutes by which windows of calls were supposed to be wider';
comment on column matching.plan.seed is 'plain: what chance was drawn from; the same gives the same plan';
comment on column matching.plan.steps is 'plain: how many steps the search was given';
comment on column matching.plan.asked_by is 'personal: account of the person who asked for it';
comment on column matching.plan.asked_by_name is 'personal: name of the person who asked for it';
comment on column matching.plan.asked_at is 'plain: when';
comment on column matching.plan.state is 'plain: how far it is';
comment on column matching.plan.stop_asked is 'plain: somebody asked to stop it';
comment on column matching.plan.heard_at is 'plain: when it last told how far it is';
comment on column matching.plan.steps_done is 'plain: steps made so far';
comment on column matching.plan.inputs_at is 'plain: of what moment the waiting list and the spare hours are';
comment on column matching.plan.worth is 'plain: points of what is placed';
comment on column matching.plan.bound is 'plain: no plan can have more points';
comment on column matching.plan.finished_at is 'plain: when it ended';
create index plan_asked on matching.plan (asked_at desc, id desc);

create table matching.plan_row (
    plan_id          uuid not null references matching.plan,
    package_ref      text not null,
    locality         text not null,
    status           text not null,
    urgency          smallint not null check (urgency between 1 and 4),
    days_waiting     int not null,
    user_minutes     int not null check (user_minutes > 0),
    worker_minutes   int not null check (worker_minutes >= user_minutes),
    provider_ref     text,
    provider_name    text,
    points           smallint check (points between 0 and 100),
    pence            bigint check (pence >= 0),
    primary key (plan_id, package_ref),
    check (num_nulls(provider_ref, provider_name, points, pence) in (0, 4))
);
comment on table matching.plan_row is 'Each package of a plan, placed or left out. A package can be in a plan only once.';
comment on column matching.plan_row.plan_id is 'plain: which plan';
comment on column matching.plan_row.package_ref is 'plain: reference of the package; nobody is named';
comment on column matching.plan_row.locality is 'plain: its patch';
comment on column matching.plan_row.status is 'plain: how it waits';
comment on column matching.plan_row.urgency is 'plain: 1 for routine to 4 for danger';
comment on column matching.plan_row.days_waiting is 'plain: days of waiting, without those on hold';
comment on column matching.plan_row.user_minutes is 'plain: minutes a week as the person receives them';
comment on column matching.plan_row.worker_minutes is 'plain: minutes a week of all workers';
comment on column matching.plan_row.provider_ref is 'plain: who could take it; none if it is left out';
comment on column matching.plan_row.provider_name is 'plain: the provider''s name then; nothing where hours are only supposed';
comment on column matching.plan_row.points is 'plain: how well the provider suits it, of a hundred';
comment on column matching.plan_row.pence is 'plain: what it would cost a week';

create table matching.plan_way (
    plan_id          uuid not null,
    package_ref      text not null,
    place            smallint not null check (place between 1 and 3),
    provider_name    text not null,
    rule             text,
    minutes          int not null check (minutes >= 0),
    pence            bigint not null check (pence >= 0),
    primary key (plan_id, package_ref, place),
    foreign key (plan_id, package_ref) references matching.plan_row,
    check (rule is not null or minutes > 0)
);
comment on table matching.plan_way is 'What would let in a package that is left out; each was tried by planning again.';
comment on column matching.plan_way.plan_id is 'plain: which plan';
comment on column matching.plan_way.package_ref is 'plain: which package';
comment on column matching.plan_way.place is 'plain: the easiest first';
comment on column matching.plan_way.provider_name is 'plain: who would take it';
comment on column matching.plan_way.rule is 'plain: hard rule that would have to be met; none if none is broken';
comment on column matching.plan_way.minutes is 'plain: worker minutes a week it would have to have more';
comment on column matching.plan_way.pence is 'plain: what the package would then cost a week';
