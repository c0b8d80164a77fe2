-- Who may supply, decided by two people, with everything that was said on the way. One row for each provider from the
-- day it is known; what came before this table is taken over below.
create table providers.accreditation (
    provider_id  uuid primary key references providers.provider,
    state        text not null default 'DRAFT' check (state in ('DRAFT', 'APPLIED', 'CHECKING', 'QUERY', 'ACCREDITED',
        'CONDITIONAL', 'LAPSED', 'LEFT', 'REMOVED')),
    lots         text[] not null default '{}' check (lots <@ array['SESSIONAL', 'NIGHT', 'LIVE_IN']),
    tier         smallint check (tier in (1, 2)),
    condition    text check (length(condition) between 1 and 2000),
    granted_until date,
    changed_at   timestamptz not null default clock_timestamp(),
    version      bigint not null default 0,
    check (state not in ('ACCREDITED', 'CONDITIONAL') or granted_until is not null and tier is not null and lots <> '{}'),
    check ((state = 'CONDITIONAL') <= (condition is not null))
);
comment on table providers.accreditation is 'Where each provider stands in the market. Its last day for new work is providers.provider.accredited_until.';
comment on column providers.accreditation.provider_id is 'plain: who';
comment on column providers.accreditation.state is 'plain: where it stands; DRAFT has not applied';
comment on column providers.accreditation.lots is 'plain: kinds of work it is let in for';
comment on column providers.accreditation.tier is 'plain: 1 is asked first, 2 after it';
comment on column providers.accreditation.condition is 'plain: what must be put right, if it was let in on condition';
comment on column providers.accreditation.granted_until is 'plain: last day two commissioners agreed to; expired evidence may end it sooner';
comment on column providers.accreditation.changed_at is 'plain: when it came to stand there';
comment on column providers.accreditation.version is 'plain: optimistic lock';

create table providers.application (
    provider_id           uuid primary key references providers.accreditation,
    legal_name            text check (length(legal_name) between 1 and 200),
    company_number        text check (company_number ~ '^([0-9]{8}|[A-Z]{2}[0-9]{6})?$'),
    contact_name          text check (length(contact_name) between 1 and 200),
    contact_email         text check (length(contact_email) between 3 and 200),
    contact_phone         text check (length(contact_phone) between 5 and 40),
    regulator             text check (regulator in ('CIW', 'CQC')),
    registration_number   text check (length(registration_number) between 1 and 40),
    responsible_individual text check (length(responsible_individual) between 1 and 200),
    services              text[],
    lots                  text[] check (lots <@ array['SESSIONAL', 'NIGHT', 'LIVE_IN']),
    areas                 text[],
    policies              text[],
    workers               int check (workers between 1 and 10000),
    registered_workers    int check (registered_workers between 0 and workers),
    two_workers           boolean,
    training              text[],
    welsh_care            boolean,
    welsh_workers         int check (welsh_workers between 0 and workers),
    active_offer          text check (length(active_offer) between 1 and 2000),
    changed_at            timestamptz not null default clock_timestamp()
);
comment on table providers.application is 'What a provider says about itself. Columns without a value have not been answered.';
comment on column providers.application.provider_id is 'plain: who';
comment on column providers.application.legal_name is 'plain: as registered';
comment on column providers.application.company_number is 'plain: at Companies House; blank for those without one';
comment on column providers.application.contact_name is 'personal: whom the council asks';
comment on column providers.application.contact_email is 'personal: work address';
comment on column providers.application.contact_phone is 'personal: work telephone';
comment on column providers.application.regulator is 'plain: whose number it is';
comment on column providers.application.registration_number is 'plain: with the regulator';
comment on column providers.application.responsible_individual is 'personal: who answers to the regulator';
comment on column providers.application.services is 'plain: kinds of service';
comment on column providers.application.lots is 'plain: kinds of work it applies for';
comment on column providers.application.areas is 'plain: codes of localities it applies for';
comment on column providers.application.policies is 'plain: policies it has in force';
comment on column providers.application.workers is 'plain: number of care workers';
comment on column providers.application.registered_workers is 'plain: how many of them are registered with the workforce regulator';
comment on column providers.application.two_workers is 'plain: can send two workers at once';
comment on column providers.application.training is 'plain: tasks its workers are trained for';
comment on column providers.application.welsh_care is 'plain: can give care in Welsh';
comment on column providers.application.welsh_workers is 'plain: number of care workers who speak Welsh';
comment on column providers.application.active_offer is 'plain: how Welsh is offered without having to be asked for';
comment on column providers.application.changed_at is 'plain: last answer';

create table providers.evidence (
    id               uuid primary key,
    provider_id      uuid not null references providers.accreditation,
    kind             text not null check (kind in ('REGISTRATION', 'EMPLOYERS_LIABILITY', 'PUBLIC_LIABILITY', 'SAFEGUARDING',
        'TRAINING', 'OTHER')),
    file_type        text not null check (file_type in ('PDF', 'PNG', 'JPEG', 'DOCX')),
    bytes            int not null check (bytes between 1 and 10485760),
    sha256           text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    expires_on       date,
    cover            numeric(12, 2) check (cover > 0),
    uploaded_by      uuid not null,
    uploaded_by_name text not null,
    uploaded_at      timestamptz not null default clock_timestamp(),
    scan             text not null default 'QUARANTINED' check (scan in ('QUARANTINED', 'CLEAN', 'INFECTED')),
    scanned_at       timestamptz,
    review           text not null default 'WAITING' check (review in ('WAITING', 'ACCEPTED', 'REJECTED')),
    reviewed_by      uuid,
    reviewed_by_name text,
    reviewed_at      timestamptz,
    review_reason    text check (length(review_reason) between 1 and 2000),
    check (kind not in ('EMPLOYERS_LIABILITY', 'PUBLIC_LIABILITY') or expires_on is not null and cover is not null),
    check (kind <> 'SAFEGUARDING' or expires_on is not null),
    check ((scan = 'QUARANTINED') = (scanned_at is null)),
    check (review = 'WAITING' or reviewed_by is not null and reviewed_by_name is not null and reviewed_at is not null),
    -- Nobody can have read what was never scanned.
    check (review <> 'ACCEPTED' or scan = 'CLEAN'),
    check (review <> 'REJECTED' or review_reason is not null)
);
create index evidence_provider on providers.evidence (provider_id, kind, uploaded_at);
create index evidence_quarantined on providers.evidence (uploaded_at) where scan = 'QUARANTINED';
comment on table providers.evidence is 'Files a provider shows for itself; never overwritten, a newer one stands beside the older.';
comment on column providers.evidence.id is 'plain: key';
comment on column providers.evidence.provider_id is 'plain: whose';
comment on column providers.evidence.kind is 'plain: what it proves';
comment on column providers.evidence.file_type is 'plain: found out from the content; the name it had is not kept';
comment on column providers.evidence.bytes is 'plain: size';
comment on column providers.evidence.sha256 is 'plain: fingerprint';
comment on column providers.evidence.expires_on is 'plain: last day it counts';
comment on column providers.evidence.cover is 'plain: pounds an insurance pays for one claim';
comment on column providers.evidence.uploaded_by is 'plain: account';
comment on column providers.evidence.uploaded_by_name is 'personal: name of that person';
comment on column providers.evidence.uploaded_at is 'plain: when';
comment on column providers.evidence.scan is 'plain: quarantined until a virus scanner has seen it';
comment on column providers.evidence.scanned_at is 'plain: when';
comment on column providers.evidence.review is 'plain: whether a commissioner took it as proof';
comment on column providers.evidence.reviewed_by is 'plain: account';
comment on column providers.evidence.reviewed_by_name is 'personal: name of that person';
comment on column providers.evidence.reviewed_at is 'plain: when';
comment on column providers.evidence.review_reason is 'personal: why not; free text, which might hold anything';

create table providers.evidence_file (
    evidence_id uuid primary key references providers.evidence,
    content     bytea not null
);
alter table providers.evidence_file alter content set storage external;
comment on table providers.evidence_file is 'Apart from what is known about it, so that lists never read files.';
comment on column providers.evidence_file.evidence_id is 'plain: which';
comment on column providers.evidence_file.content is 'personal: the file, which might hold anything';

create table providers.evidence_reminder (
    evidence_id uuid not null references providers.evidence,
    days        smallint not null check (days in (60, 30, 7)),
    at          timestamptz not null default clock_timestamp(),
    primary key (evidence_id, days)
);
comment on table providers.evidence_reminder is 'Each reminder is given once.';
comment on column providers.evidence_reminder.evidence_id is 'plain: about which';
comment on column providers.evidence_reminder.days is 'plain: how many days before the evidence expires';
comment on column providers.evidence_reminder.at is 'plain: when';

create table providers.accreditation_query (
    id               uuid primary key,
    provider_id      uuid not null references providers.accreditation,
    question         text not null check (length(question) between 1 and 2000),
    asked_by         uuid not null,
    asked_by_name    text not null,
    asked_at         timestamptz not null default clock_timestamp(),
    answer           text check (length(answer) between 1 and 4000),
    answered_by      uuid,
    answered_by_name text,
    answered_at      timestamptz,
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)
        and (answer is null) = (answered_by_name is null))
);
create index accreditation_query_provider on providers.accreditation_query (provider_id, asked_at);
comment on table providers.accreditation_query is 'What the council asked about an application and what it was told.';
comment on column providers.accreditation_query.id is 'plain: key';
comment on column providers.accreditation_query.provider_id is 'plain: whom';
comment on column providers.accreditation_query.question is 'personal: free text, which might hold anything';
comment on column providers.accreditation_query.asked_by is 'plain: account';
comment on column providers.accreditation_query.asked_by_name is 'personal: name of that person';
comment on column providers.accreditation_query.asked_at is 'plain: when';
comment on column providers.accreditation_query.answer is 'personal: free text, which might hold anything';
comment on column providers.accreditation_query.answered_by is 'plain: account';
comment on column providers.accreditation_query.answered_by_name is 'personal: name of that person';
comment on column providers.accreditation_query.answered_at is 'plain: when';

create table providers.accreditation_proposal (
    id               uuid primary key,
    provider_id      uuid not null references providers.accreditation,
    kind             text not null check (kind in ('ACCREDIT', 'CONDITIONAL', 'REFUSE', 'REMOVE')),
    lots             text[] not null check (lots <@ array['SESSIONAL', 'NIGHT', 'LIVE_IN']),
    tier             smallint check (tier in (1, 2)),
    areas            text[] not null,
    granted_until    date,
    reason           text not null check (length(reason) between 1 and 2000),
    proposed_by      uuid not null,
    proposed_by_name text not null,
    proposed_at      timestamptz not null,
    outcome          text check (outcome in ('CONFIRMED', 'TURNED_DOWN', 'WITHDRAWN', 'OVERTAKEN')),
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    decided_reason   text check (length(decided_reason) between 1 and 2000),
    version          bigint not null default 0,
    check (kind not in ('ACCREDIT', 'CONDITIONAL') or lots <> '{}' and areas <> '{}' and tier is not null and granted_until is not null),
    check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)
        and (outcome is null) = (decided_by_name is null)),
    -- Two different commissioners; only taking one's own proposal back needs no other.
    check ((outcome = 'WITHDRAWN') = (decided_by = proposed_by)),
    check (outcome <> 'TURNED_DOWN' or decided_reason is not null)
);
create unique index accreditation_proposal_open on providers.accreditation_proposal (provider_id) where outcome is null;
create index accreditation_proposal_provider on providers.accreditation_proposal (provider_id, proposed_at);
comment on table providers.accreditation_proposal is 'What one commissioner proposed and another confirmed or turned down.';
comment on column providers.accreditation_proposal.id is 'plain: key';
comment on column providers.accreditation_proposal.provider_id is 'plain: about whom';
comment on column providers.accreditation_proposal.kind is 'plain: let in, let in on condition, not let in, put out';
comment on column providers.accreditation_proposal.lots is 'plain: kinds of work';
comment on column providers.accreditation_proposal.tier is 'plain: 1 is asked first, 2 after it';
comment on column providers.accreditation_proposal.areas is 'plain: codes of localities';
comment on column providers.accreditation_proposal.granted_until is 'plain: last day';
comment on column providers.accreditation_proposal.reason is 'personal: free text, which might hold anything';
comment on column providers.accreditation_proposal.proposed_by is 'plain: account';
comment on column providers.accreditation_proposal.proposed_by_name is 'personal: name of that person';
comment on column providers.accreditation_proposal.proposed_at is 'plain: when';
comment on column providers.accreditation_proposal.outcome is 'plain: none while it waits; overtaken when the provider left meanwhile';
comment on column providers.accreditation_proposal.decided_by is 'plain: account; never the proposer’s, unless taken back';
comment on column providers.accreditation_proposal.decided_by_name is 'personal: name of that person';
comment on column providers.accreditation_proposal.decided_at is 'plain: when';
comment on column providers.accreditation_proposal.decided_reason is 'personal: free text, which might hold anything';
comment on column providers.accreditation_proposal.version is 'plain: optimistic lock';

create table providers.accreditation_event (
    id          bigint generated always as identity primary key,
    provider_id uuid not null references providers.accreditation,
    step        text not null,
    at          timestamptz not null default clock_timestamp(),
    by_account  uuid,
    by_name     text,
    about       text,
    reason      text check (length(reason) <= 4000)
);
create index accreditation_event_provider on providers.accreditation_event (provider_id, id);
comment on table providers.accreditation_event is 'The history of an accreditation; only ever added to.';
comment on column providers.accreditation_event.id is 'plain: key, in order';
comment on column providers.accreditation_event.provider_id is 'plain: about whom';
comment on column providers.accreditation_event.step is 'plain: what happened';
comment on column providers.accreditation_event.at is 'plain: when';
comment on column providers.accreditation_event.by_account is 'plain: account; none for the clock';
comment on column providers.accreditation_event.by_name is 'personal: name of that person';
comment on column providers.accreditation_event.about is 'plain: code of the task or evidence it was about';
comment on column providers.accreditation_event.reason is 'personal: free text, which might hold anything';

create table providers.joining (
    id     bigint generated always as identity primary key,
    source text not null,
    at     timestamptz not null default clock_timestamp()
);
create index joining_at on providers.joining (at, source);
comment on table providers.joining is 'Registrations asked for, counted against flooding whether or not anything came of them.';
comment on column providers.joining.id is 'plain: key';
comment on column providers.joining.source is 'personal: network address';
comment on column providers.joining.at is 'plain: when';

-- Whoever becomes known as a provider, by whatever way, stands somewhere in the market from that moment.
create function providers.begin_accreditation() returns trigger language plpgsql as $$
begin
    insert into providers.accreditation (provider_id, state, lots, tier, granted_until)
    select new.id,
        case when new.accredited_until is null then 'DRAFT' when new.accredited_until < current_date then 'LAPSED' else 'ACCREDITED' end,
        case when new.accredited_until is null then '{}' else array['SESSIONAL'] end,
        case when new.accredited_until is null then null else 2 end, new.accredited_until;
    insert into providers.application (provider_id, two_workers, training, welsh_care)
    values (new.id, new.double_handed, new.training, new.welsh);
    return null;
end $$;
create trigger begin_accreditation after insert on providers.provider
    for each row execute function providers.begin_accreditation();

-- Those known before: accredited for the one lot there was; a day that has passed is a lapse.
insert into providers.accreditation (provider_id, state, lots, tier, granted_until)
select id, case when accredited_until is null then 'DRAFT' when accredited_until < current_date then 'LAPSED' else 'ACCREDITED' end,
    case when accredited_until is null then '{}' else array['SESSIONAL'] end,
    case when accredited_until is null then null else 2 end, accredited_until
from providers.provider;
insert into providers.application (provider_id, legal_name, lots, areas, two_workers, training, welsh_care)
select p.id, p.name, case when p.accredited_until is null then null else array['SESSIONAL'] end,
    (select array_agg(t.locality order by t.locality) from providers.patch t where t.provider_id = p.id),
    p.double_handed, p.training, p.welsh
from providers.provider p;
