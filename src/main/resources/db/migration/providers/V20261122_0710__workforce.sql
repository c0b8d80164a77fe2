-- Care workers as their employer numbers them. No names, no contacts, no dates of birth: nothing here says who it is.
create table providers.training_course (
    code         text primary key check (code ~ '^[A-Z][A-Z_]{1,29}$'),
    name_en      text not null check (name_en <> ''),
    name_cy      text not null check (name_cy <> ''),
    within_weeks int not null check (within_weeks between 0 and 104),
    good_months  int check (good_months between 1 and 120),
    position     int not null,
    from_on      date not null,
    until_on     date check (until_on > from_on)
);
comment on table providers.training_course is 'The council''s training standard: what each worker must have done.';
comment on column providers.training_course.code is 'plain: key, and the column of an import in small letters';
comment on column providers.training_course.name_en is 'plain: in English';
comment on column providers.training_course.name_cy is 'plain: in Welsh';
comment on column providers.training_course.within_weeks is 'plain: weeks after the start by which it must be done; nought means before the first visit';
comment on column providers.training_course.good_months is 'plain: months until it must be done again; none means once';
comment on column providers.training_course.position is 'plain: order on pages';
comment on column providers.training_course.from_on is 'plain: first day of the standard';
comment on column providers.training_course.until_on is 'plain: first day on which it is no longer asked';

create table providers.workforce_rule (
    code    text not null check (code in ('REGISTRATION', 'OFFER', 'DBS', 'QUALIFICATION')),
    from_on date not null,
    months  int not null check (months between 1 and 120),
    source  text not null check (source <> ''),
    primary key (code, from_on)
);
comment on table providers.workforce_rule is 'Periods of law and of the council''s standard, dated so that a change does not judge the past.';
comment on column providers.workforce_rule.code is 'plain: which period';
comment on column providers.workforce_rule.from_on is 'plain: first day';
comment on column providers.workforce_rule.months is 'plain: how long';
comment on column providers.workforce_rule.source is 'plain: where it comes from';

create table providers.worker (
    id             uuid primary key,
    provider_id    uuid not null references providers.provider,
    own_ref        text not null,
    contract       text not null check (contract in ('GUARANTEED', 'NON_GUARANTEED')),
    contract_since date not null,
    started_on     date not null,
    left_on        date,
    registered_on  date,
    qualified_on   date,
    dbs_on         date,
    welsh_level    int not null check (welsh_level between 0 and 5),
    version        int not null default 1,
    changed_by     uuid not null,
    changed_at     timestamptz not null,
    unique (provider_id, own_ref),
    -- The same rule as OwnRef: no name, no e-mail address, no telephone or National Insurance number fits in it.
    constraint worker_ref_is_no_person check (own_ref ~ '^[A-Z0-9][A-Z0-9-]{0,15}$' and own_ref ~ '[0-9]'
        and length(regexp_replace(own_ref, '[^A-Z]', '', 'g')) <= 4
        and length(regexp_replace(own_ref, '[^0-9]', '', 'g')) <= 6
        and regexp_replace(own_ref, '-', '', 'g') !~ '^[A-Z]{2}[0-9]{6}[A-D]?$'),
    check (contract_since >= started_on),
    check (left_on >= started_on)
);
comment on table providers.worker is 'A care worker under the provider''s own number.';
comment on column providers.worker.id is 'plain: key';
comment on column providers.worker.provider_id is 'plain: employer';
comment on column providers.worker.own_ref is 'plain: the employer''s number; what it stands for is known to the employer alone';
comment on column providers.worker.contract is 'plain: guaranteed or non-guaranteed hours';
comment on column providers.worker.contract_since is 'plain: since when this kind of contract';
comment on column providers.worker.started_on is 'plain: first day of work';
comment on column providers.worker.left_on is 'plain: last day of work';
comment on column providers.worker.registered_on is 'plain: registered with Social Care Wales since';
comment on column providers.worker.qualified_on is 'plain: day of the required qualification';
comment on column providers.worker.dbs_on is 'plain: day of the latest DBS check';
comment on column providers.worker.welsh_level is 'plain: spoken Welsh from 0 to 5';
comment on column providers.worker.version is 'plain: optimistic lock';
comment on column providers.worker.changed_by is 'plain: account';
comment on column providers.worker.changed_at is 'plain: when';

create table providers.worker_training (
    worker_id  uuid not null references providers.worker,
    course     text not null references providers.training_course,
    done_on    date not null,
    expires_on date check (expires_on > done_on),
    primary key (worker_id, course, done_on)
);
comment on table providers.worker_training is 'Courses a worker has done; the latest counts.';
comment on column providers.worker_training.worker_id is 'plain: who';
comment on column providers.worker_training.course is 'plain: what';
comment on column providers.worker_training.done_on is 'plain: when';
comment on column providers.worker_training.expires_on is 'plain: last day on which it counts';

create table providers.worker_patch (
    worker_id uuid not null references providers.worker,
    locality  text not null references areas.locality,
    primary key (worker_id, locality)
);
create index worker_patch_locality on providers.worker_patch (locality);
comment on table providers.worker_patch is 'Where a worker works.';
comment on column providers.worker_patch.worker_id is 'plain: who';
comment on column providers.worker_patch.locality is 'plain: where';

create table providers.worker_offer (
    worker_id  uuid not null references providers.worker,
    offered_on date not null,
    choice     text not null check (choice in ('AVERAGE', 'FEWER', 'STAY')),
    by_account uuid not null,
    at         timestamptz not null,
    primary key (worker_id, offered_on)
);
comment on table providers.worker_offer is 'Contracts offered after three months of non-guaranteed hours, and what the worker chose.';
comment on column providers.worker_offer.worker_id is 'plain: to whom';
comment on column providers.worker_offer.offered_on is 'plain: when';
comment on column providers.worker_offer.choice is 'plain: average hours, fewer, or staying without guaranteed hours';
comment on column providers.worker_offer.by_account is 'plain: who recorded it';
comment on column providers.worker_offer.at is 'plain: when it was recorded';

create table providers.worker_import (
    id           uuid primary key,
    ref          text not null unique check (ref ~ '^WRK-[0-9A-Z]{4}-[0-9A-Z]$'),
    provider_id  uuid not null references providers.provider,
    status       text not null check (status in ('CHECKED', 'DONE', 'CANCELLED')),
    sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    rows_new     int not null,
    rows_changed int not null,
    rows_same    int not null,
    rows_bad     int not null,
    uploaded_by  uuid not null,
    uploaded_at  timestamptz not null,
    decided_at   timestamptz,
    check ((status = 'CHECKED') = (decided_at is null))
);
create index worker_import_list on providers.worker_import (provider_id, uploaded_at desc, id desc);
comment on table providers.worker_import is 'Files of workers: checked, then confirmed or discarded.';
comment on column providers.worker_import.id is 'plain: key';
comment on column providers.worker_import.ref is 'plain: what people call it by';
comment on column providers.worker_import.provider_id is 'plain: whose';
comment on column providers.worker_import.status is 'plain: how far it is';
comment on column providers.worker_import.sha256 is 'plain: fingerprint of the file';
comment on column providers.worker_import.rows_new is 'plain: rows of workers not known before';
comment on column providers.worker_import.rows_changed is 'plain: rows that say something else than the register';
comment on column providers.worker_import.rows_same is 'plain: rows that say what the register says';
comment on column providers.worker_import.rows_bad is 'plain: rows with problems';
comment on column providers.worker_import.uploaded_by is 'plain: account';
comment on column providers.worker_import.uploaded_at is 'plain: when';
comment on column providers.worker_import.decided_at is 'plain: when it was confirmed or discarded';

create table providers.worker_import_row (
    import_id uuid not null references providers.worker_import on delete cascade,
    line      int not null,
    own_ref   text not null,
    fresh     boolean not null,
    cells     jsonb not null,
    primary key (import_id, line)
);
comment on table providers.worker_import_row is 'Good rows that change something, until the file is confirmed or discarded.';
comment on column providers.worker_import_row.import_id is 'plain: which file';
comment on column providers.worker_import_row.line is 'plain: line in it';
comment on column providers.worker_import_row.own_ref is 'plain: the employer''s number';
comment on column providers.worker_import_row.fresh is 'plain: not known before';
comment on column providers.worker_import_row.cells is 'plain: what the checked columns say; none of them may name a person';

create table providers.worker_import_problem (
    import_id uuid not null references providers.worker_import on delete cascade,
    line      int not null,
    place     text not null,
    fault     text not null,
    primary key (import_id, line, place, fault)
);
comment on table providers.worker_import_problem is 'What is wrong with rows of a file. What they said is not kept: it may be a name.';
comment on column providers.worker_import_problem.import_id is 'plain: which file';
comment on column providers.worker_import_problem.line is 'plain: line in it';
comment on column providers.worker_import_problem.place is 'plain: name of the column';
comment on column providers.worker_import_problem.fault is 'plain: what is the matter';

-- Level 3 and more carries a conversation about care; 1 and 2 are words and greetings.
create view providers.report_welsh_speakers as
    select t.locality, w.provider_id, count(*) as workers,
           count(*) filter (where w.welsh_level >= 3) as speakers,
           count(*) filter (where w.welsh_level between 1 and 2) as learners
    from providers.worker w join providers.worker_patch t on t.worker_id = w.id
    where w.started_on <= current_date and (w.left_on is null or w.left_on >= current_date)
    group by t.locality, w.provider_id;
