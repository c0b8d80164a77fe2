-- What the regulators publish about home-care services, as last taken over from their files.
create table providers.register_state (
    regulator  text primary key check (regulator in ('CIW', 'CQC')),
    version    bigint not null default 0,
    changed_at timestamptz
);
comment on table providers.register_state is 'How often each register was changed. The row is locked while a file is taken over.';
comment on column providers.register_state.regulator is 'plain: whose register';
comment on column providers.register_state.version is 'plain: goes up by one with each file taken over';
comment on column providers.register_state.changed_at is 'plain: when a file was last taken over';
insert into providers.register_state (regulator) values ('CIW'), ('CQC');

create table providers.register_entry (
    id                    uuid primary key,
    regulator             text not null references providers.register_state,
    registration          text not null check (registration ~ '^[A-Z0-9][A-Z0-9-]{2,39}$'),
    name                  text not null check (name <> ''),
    type                  text not null check (type <> ''),
    sub_type              text not null default '',
    postcode              text not null default '',
    local_authority       text not null default '',
    partnership_area      text not null default '',
    language              text not null default '',
    responsible           text not null default '',
    provider_registration text not null default '',
    provider_name         text not null check (provider_name <> ''),
    company_number        text not null default '',
    updated_on            date,
    inspected_on          date,
    report_url            text not null default '' check (report_url ~ '^(https?://.*)?$'),
    first_seen_on         date not null,
    vanished_on           date check (vanished_on >= first_seen_on),
    provider_id           uuid references providers.provider,
    linked_by             text,
    linked_at             timestamptz,
    unique (regulator, registration),
    unique (id, regulator),
    check (num_nonnulls(provider_id, linked_by, linked_at) in (0, 3))
);
comment on table providers.register_entry is 'A home-care service in a regulator''s register. One that vanished stays with the day.';
comment on column providers.register_entry.id is 'plain: key';
comment on column providers.register_entry.regulator is 'plain: whose register';
comment on column providers.register_entry.registration is 'plain: the regulator''s number of the service';
comment on column providers.register_entry.name is 'plain: of the service';
comment on column providers.register_entry.type is 'plain: kind of service in the regulator''s words';
comment on column providers.register_entry.sub_type is 'plain: kind of service, closer';
comment on column providers.register_entry.postcode is 'plain: of the service''s office';
comment on column providers.register_entry.local_authority is 'plain: as published; blank for home care in Wales';
comment on column providers.register_entry.partnership_area is 'plain: regional partnership area, or region in England';
comment on column providers.register_entry.language is 'plain: main operating language';
comment on column providers.register_entry.responsible is 'personal: names of the responsible individuals, as published';
comment on column providers.register_entry.provider_registration is 'plain: the regulator''s number of the provider';
comment on column providers.register_entry.provider_name is 'plain: who is registered as provider';
comment on column providers.register_entry.company_number is 'plain: at Companies House';
comment on column providers.register_entry.updated_on is 'plain: when the regulator last changed its entry';
comment on column providers.register_entry.inspected_on is 'plain: of the latest inspection published';
comment on column providers.register_entry.report_url is 'plain: where the report is published';
comment on column providers.register_entry.first_seen_on is 'plain: day of the first file that had it';
comment on column providers.register_entry.vanished_on is 'plain: day of the first file that no longer had it';
comment on column providers.register_entry.provider_id is 'plain: which provider of ours this is';
comment on column providers.register_entry.linked_by is 'plain: account that said so, or REGISTRATION where the number entered at accreditation did';
comment on column providers.register_entry.linked_at is 'plain: when';
create index register_entry_provider on providers.register_entry (provider_id) where provider_id is not null;
create index register_entry_name on providers.register_entry (name, id);

-- One rating for each theme. Care Inspectorate Wales has none for all of them, so none can be stored; environment is not
-- rated in home care; each regulator has its own scale; no rating without the inspection it comes from.
create table providers.register_rating (
    entry_id     uuid not null,
    regulator    text not null,
    theme        text not null,
    rating       text not null,
    inspected_on date not null,
    report_url   text not null default '',
    primary key (entry_id, theme),
    foreign key (entry_id, regulator) references providers.register_entry (id, regulator),
    constraint register_rating_scale check (
        regulator = 'CIW' and theme in ('WELL_BEING', 'CARE_AND_SUPPORT', 'LEADERSHIP')
            and rating in ('EXCELLENT', 'GOOD', 'REQUIRES_IMPROVEMENT', 'REQUIRES_SIGNIFICANT_IMPROVEMENT')
        or regulator = 'CQC' and theme in ('OVERALL', 'SAFE', 'EFFECTIVE', 'CARING', 'RESPONSIVE', 'WELL_LED')
            and rating in ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'))
);
comment on table providers.register_rating is 'A regulator''s rating of one theme. No row means not yet rated.';
comment on column providers.register_rating.entry_id is 'plain: which service';
comment on column providers.register_rating.regulator is 'plain: whose rating';
comment on column providers.register_rating.theme is 'plain: what is rated';
comment on column providers.register_rating.rating is 'plain: on the regulator''s own scale';
comment on column providers.register_rating.inspected_on is 'plain: day of the inspection';
comment on column providers.register_rating.report_url is 'plain: where the report is published';

create table providers.register_import (
    id            uuid primary key,
    ref           text not null unique check (ref ~ '^REG-[0-9A-Z]{4}-[0-9A-Z]$'),
    regulator     text not null references providers.register_state,
    status        text not null check (status in ('CHECKED', 'NOTHING', 'APPLIED', 'DISCARDED')),
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    based_on      bigint not null,
    whole         boolean not null,
    fresh         int not null check (fresh >= 0),
    changed       int not null check (changed >= 0),
    vanished      int not null check (vanished >= 0),
    back          int not null check (back >= 0),
    responsible   int not null check (responsible between 0 and changed),
    same          int not null check (same >= 0),
    bad           int not null check (bad >= 0),
    left_out      int not null check (left_out >= 0),
    uploaded_by   uuid not null,
    uploaded_name text not null,
    uploaded_at   timestamptz not null,
    decided_by    uuid,
    decided_name  text,
    decided_at    timestamptz,
    check ((status in ('APPLIED', 'DISCARDED')) = (num_nonnulls(decided_by, decided_name, decided_at) = 3))
);
comment on table providers.register_import is 'A register file that was read, with what it would change and what became of it.';
comment on column providers.register_import.id is 'plain: key';
comment on column providers.register_import.ref is 'plain: what people call it';
comment on column providers.register_import.regulator is 'plain: whose file it is, by its header';
comment on column providers.register_import.status is 'plain: checked, nothing to do, applied or discarded';
comment on column providers.register_import.sha256 is 'plain: fingerprint of the file';
comment on column providers.register_import.based_on is 'plain: version of the register it was compared with';
comment on column providers.register_import.whole is 'plain: the number of every row could be read, so that vanished services are known';
comment on column providers.register_import.fresh is 'plain: services that are new';
comment on column providers.register_import.changed is 'plain: services that changed';
comment on column providers.register_import.vanished is 'plain: services that are gone';
comment on column providers.register_import.back is 'plain: services that had vanished and are there again';
comment on column providers.register_import.responsible is 'plain: services with another responsible individual';
comment on column providers.register_import.same is 'plain: services as they were';
comment on column providers.register_import.bad is 'plain: rows that cannot be used';
comment on column providers.register_import.left_out is 'plain: rows of other kinds of service';
comment on column providers.register_import.uploaded_by is 'plain: account that uploaded it';
comment on column providers.register_import.uploaded_name is 'personal: name of that account then';
comment on column providers.register_import.uploaded_at is 'plain: when';
comment on column providers.register_import.decided_by is 'plain: account that applied or discarded it';
comment on column providers.register_import.decided_name is 'personal: name of that account then';
comment on column providers.register_import.decided_at is 'plain: when';
create index register_import_time on providers.register_import (uploaded_at desc, id desc);

create table providers.register_change (
    id           bigint generated always as identity primary key,
    import_id    uuid not null references providers.register_import,
    registration text not null,
    name         text not null,
    kind         text not null check (kind in ('NEW', 'CHANGED', 'VANISHED', 'BACK')),
    field        text not null,
    was          text not null,
    now          text not null
);
comment on table providers.register_change is 'The difference a file makes, field by field; kept as the history of the register.';
comment on column providers.register_change.id is 'plain: key';
comment on column providers.register_change.import_id is 'plain: which file';
comment on column providers.register_change.registration is 'plain: which service';
comment on column providers.register_change.name is 'plain: of the service';
comment on column providers.register_change.kind is 'plain: new, changed, vanished or back';
comment on column providers.register_change.field is 'plain: which field';
comment on column providers.register_change.was is 'personal: before; it may be the name of a responsible individual';
comment on column providers.register_change.now is 'personal: after';
create index register_change_of on providers.register_change (import_id, kind, id);
create index register_change_service on providers.register_change (registration, id);

create table providers.register_problem (
    id           bigint generated always as identity primary key,
    import_id    uuid not null references providers.register_import,
    line         bigint not null,
    registration text not null,
    heading      text,
    fault        text not null
);
comment on table providers.register_problem is 'Rows of a file that cannot be used, and why.';
comment on column providers.register_problem.id is 'plain: key';
comment on column providers.register_problem.import_id is 'plain: which file';
comment on column providers.register_problem.line is 'plain: line of the file';
comment on column providers.register_problem.registration is 'plain: the number in the row, if it can be one';
comment on column providers.register_problem.heading is 'plain: heading of the column';
comment on column providers.register_problem.fault is 'plain: code of what is wrong';
create index register_problem_of on providers.register_problem (import_id, line, id);

create table providers.register_staged (
    import_id    uuid not null references providers.register_import,
    registration text not null,
    fields       text[] not null,
    contents     text[] not null,
    primary key (import_id, registration),
    check (cardinality(fields) = cardinality(contents))
);
comment on table providers.register_staged is 'Services as they will be once a file is taken over. Emptied when that is decided.';
comment on column providers.register_staged.import_id is 'plain: which file';
comment on column providers.register_staged.registration is 'plain: which service';
comment on column providers.register_staged.fields is 'plain: names of fields';
comment on column providers.register_staged.contents is 'personal: what they hold, in the same order';
