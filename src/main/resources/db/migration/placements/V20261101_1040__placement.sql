create schema placements;

create table placements.award (
    id                  uuid primary key,
    ref                 text not null unique,
    care_package_id     uuid not null references carepackages.care_package,
    package_ref         text not null,
    team_id             uuid not null,
    locality            text not null references areas.locality,
    advert_id           uuid references adverts.advert,
    bid_id              uuid references bidding.bid,
    bid_ref             text,
    provider_id         uuid not null references providers.provider,
    status              text not null check (status in ('PROPOSED', 'REFUSED', 'OFFERED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'REVOKED')),
    place               int check (place > 0),
    top                 boolean not null,
    follows_id          uuid references placements.award,
    rate                numeric(8, 2) not null check (rate > 0),
    start_on            date not null,
    cost_year           numeric(12, 2) not null,
    plan_year           numeric(12, 2) not null,
    user_minutes_week   int not null check (user_minutes_week > 0),
    carer_minutes_week  int not null check (carer_minutes_week >= user_minutes_week),
    reason              text check (reason <> ''),
    direct_reason       text check (direct_reason in ('PERSONS_CHOICE', 'CONTINUITY', 'URGENT', 'SOLE_CAPABLE', 'PROVIDER_FAILURE')),
    proposed_by         uuid not null,
    proposed_by_name    text not null,
    proposed_at         timestamptz not null,
    approved_by         uuid,
    approved_at         timestamptz,
    offered_at          timestamptz,
    respond_by          timestamptz,
    answered_by         uuid,
    answered_at         timestamptz,
    answer_reason       text,
    revocation_asked_by uuid,
    revocation_asked_at timestamptz,
    revocation_reason   text,
    revoked_by          uuid,
    changed_by_name     text not null,
    changed_at          timestamptz not null,
    version             bigint not null default 0,
    check (approved_by <> proposed_by),
    check (revoked_by <> revocation_asked_by),
    check ((status = 'REVOKED') = (revoked_by is not null)),
    check ((revocation_asked_by is null) = (revocation_reason is null)),
    check ((advert_id is null) = (bid_id is null)),
    check (advert_id is not null or direct_reason is not null),
    check (top or reason is not null),
    check (direct_reason is null or reason is not null),
    -- Nothing unusual reaches a provider without a second person.
    check (status in ('PROPOSED', 'REFUSED') or approved_by is not null
        or (top and direct_reason is null and cost_year <= plan_year)),
    check (status not in ('OFFERED', 'ACCEPTED', 'DECLINED', 'EXPIRED') or respond_by is not null)
);
create unique index award_one_live on placements.award (care_package_id) where status in ('PROPOSED', 'OFFERED');
create unique index award_one_per_advert on placements.award (advert_id) where status in ('PROPOSED', 'OFFERED', 'ACCEPTED');
create index award_package on placements.award (care_package_id, proposed_at desc);
create index award_provider on placements.award (provider_id, offered_at desc, id desc);
create index award_open on placements.award (changed_at desc, id desc) where status in ('PROPOSED', 'OFFERED');
create index award_list on placements.award (changed_at desc, id desc);
create index award_clock on placements.award (respond_by) where status = 'OFFERED';

comment on table placements.award is 'The decision that a provider is to have a package, or some of its calls, from proposal to answer.';
comment on column placements.award.id is 'plain: key';
comment on column placements.award.ref is 'plain: reference people use';
comment on column placements.award.care_package_id is 'plain: the package';
comment on column placements.award.package_ref is 'plain: its reference, which never changes';
comment on column placements.award.team_id is 'plain: social work team of the package; its manager answers for the cost';
comment on column placements.award.locality is 'plain: locality of the package';
comment on column placements.award.advert_id is 'plain: the round; none for a direct award';
comment on column placements.award.bid_id is 'plain: the bid; none for a direct award';
comment on column placements.award.bid_ref is 'plain: reference of the bid';
comment on column placements.award.provider_id is 'plain: who is to deliver';
comment on column placements.award.status is 'plain: where the award stands';
comment on column placements.award.place is 'plain: the place of the bid when it was chosen';
comment on column placements.award.top is 'plain: no bid that still stood had a better place; true for a direct award';
comment on column placements.award.follows_id is 'plain: the award that fell through and made way for this one by itself';
comment on column placements.award.rate is 'plain: pounds a worker’s hour';
comment on column placements.award.start_on is 'plain: agreed first day';
comment on column placements.award.cost_year is 'plain: pounds in fifty-two weeks at this rate';
comment on column placements.award.plan_year is 'plain: pounds in fifty-two weeks for the same calls at the standard rate on the day of the proposal';
comment on column placements.award.user_minutes_week is 'plain: what the person receives, a week';
comment on column placements.award.carer_minutes_week is 'plain: what workers spend, a week';
comment on column placements.award.reason is 'personal: why not the best bid, or why directly; in the proposer’s words';
comment on column placements.award.direct_reason is 'plain: the ground for awarding without a round';
comment on column placements.award.proposed_by is 'plain: account that chose; the council’s clock where the next bid moved up by itself';
comment on column placements.award.proposed_by_name is 'personal: name of that member of staff';
comment on column placements.award.proposed_at is 'plain: when';
comment on column placements.award.approved_by is 'plain: account of the second person';
comment on column placements.award.approved_at is 'plain: when';
comment on column placements.award.offered_at is 'plain: when the provider’s clock started';
comment on column placements.award.respond_by is 'plain: when it runs out';
comment on column placements.award.answered_by is 'plain: account that answered for the provider';
comment on column placements.award.answered_at is 'plain: when';
comment on column placements.award.answer_reason is 'personal: why the provider declined or the second person refused, in their words';
comment on column placements.award.revocation_asked_by is 'plain: account that asked for the revocation';
comment on column placements.award.revocation_asked_at is 'plain: when';
comment on column placements.award.revocation_reason is 'personal: why, in the asker’s words';
comment on column placements.award.revoked_by is 'plain: account of the second person';
comment on column placements.award.changed_by_name is 'personal: name of whoever brought it into its present state';
comment on column placements.award.changed_at is 'plain: when';
comment on column placements.award.version is 'plain: optimistic lock';

create table placements.award_line (
    award_id     uuid not null references placements.award,
    call_line_id uuid not null references carepackages.call_line,
    window_from  time,
    window_to    time,
    primary key (award_id, call_line_id),
    check ((window_from is null) = (window_to is null))
);
comment on table placements.award_line is 'The calls an award is about.';
comment on column placements.award_line.award_id is 'plain: the award';
comment on column placements.award_line.call_line_id is 'plain: the call';
comment on column placements.award_line.window_from is 'plain: start of the provider’s window; none means as asked';
comment on column placements.award_line.window_to is 'plain: end of it';

create table placements.award_score (
    award_id  uuid not null references placements.award,
    criterion text not null,
    weight    int not null,
    raw       text not null,
    points    numeric(6, 3) not null,
    neutral   boolean not null,
    primary key (award_id, criterion)
);
comment on table placements.award_score is 'The points of the chosen bid as they were when it was chosen.';
comment on column placements.award_score.award_id is 'plain: the award';
comment on column placements.award_score.criterion is 'plain: what for';
comment on column placements.award_score.weight is 'plain: the most points it can bring';
comment on column placements.award_score.raw is 'plain: the value the points come from';
comment on column placements.award_score.points is 'plain: points';
comment on column placements.award_score.neutral is 'plain: a newcomer’s median';

create table placements.award_event (
    id         bigint generated always as identity primary key,
    award_id   uuid not null references placements.award,
    event      text not null check (event in ('PROPOSED', 'MOVED_UP', 'APPROVED', 'REFUSED', 'OFFERED', 'ACCEPTED', 'DECLINED',
        'EXPIRED', 'REVOCATION_ASKED', 'REVOCATION_REFUSED', 'REVOKED')),
    at         timestamptz not null,
    by_account uuid not null,
    by_name    text not null,
    reason     text
);
create index award_event_award on placements.award_event (award_id, id);
comment on table placements.award_event is 'What happened to an award; only ever added to.';
comment on column placements.award_event.id is 'plain: order of events';
comment on column placements.award_event.award_id is 'plain: the award';
comment on column placements.award_event.event is 'plain: what happened';
comment on column placements.award_event.at is 'plain: when';
comment on column placements.award_event.by_account is 'plain: by which account';
comment on column placements.award_event.by_name is 'personal: name of that person';
comment on column placements.award_event.reason is 'personal: why, in that person’s words';

create table placements.placement (
    id                 uuid primary key,
    ref                text not null unique,
    award_id           uuid not null unique references placements.award,
    care_package_id    uuid not null references carepackages.care_package,
    package_ref        text not null,
    person_id          uuid not null references people.person,
    provider_id        uuid not null references providers.provider,
    locality           text not null references areas.locality,
    status             text not null check (status in ('PENDING_START', 'LIVE', 'ENDED', 'REVOKED')),
    rate               numeric(8, 2) not null check (rate > 0),
    agreed_start       date not null,
    first_visit_at     timestamptz,
    ended_on           date,
    end_reason         text,
    ended_by           uuid,
    accepted_at        timestamptz not null,
    user_minutes_week  int not null check (user_minutes_week > 0),
    carer_minutes_week int not null check (carer_minutes_week >= user_minutes_week),
    version            bigint not null default 0,
    check (status <> 'LIVE' or first_visit_at is not null),
    check (status <> 'REVOKED' or first_visit_at is null),
    check ((status = 'ENDED') = (ended_on is not null and end_reason is not null))
);
create index placement_list on placements.placement (accepted_at desc, id desc);
create index placement_status_list on placements.placement (status, accepted_at desc, id desc);
create index placement_provider on placements.placement (provider_id, accepted_at desc, id desc);
create index placement_package on placements.placement (care_package_id);
create index placement_person on placements.placement (person_id);

comment on table placements.placement is 'Care a provider has accepted. It is live from its first delivered visit.';
comment on column placements.placement.id is 'plain: key';
comment on column placements.placement.ref is 'plain: reference people use';
comment on column placements.placement.award_id is 'plain: the award it came from';
comment on column placements.placement.care_package_id is 'plain: the package';
comment on column placements.placement.package_ref is 'plain: its reference, which stands in the provider’s files of visits';
comment on column placements.placement.person_id is 'personal: the person who is cared for';
comment on column placements.placement.provider_id is 'plain: who delivers';
comment on column placements.placement.locality is 'plain: where';
comment on column placements.placement.status is 'plain: where it stands';
comment on column placements.placement.rate is 'plain: pounds a worker’s hour';
comment on column placements.placement.agreed_start is 'plain: the first day as last agreed';
comment on column placements.placement.first_visit_at is 'plain: start of the first delivered visit';
comment on column placements.placement.ended_on is 'plain: first day without care';
comment on column placements.placement.end_reason is 'personal: why it ended, in words';
comment on column placements.placement.ended_by is 'plain: account that ended it';
comment on column placements.placement.accepted_at is 'plain: when the provider accepted';
comment on column placements.placement.user_minutes_week is 'plain: what the person receives, a week';
comment on column placements.placement.carer_minutes_week is 'plain: what workers spend, a week';
comment on column placements.placement.version is 'plain: optimistic lock';

create table placements.placement_line (
    placement_id uuid not null references placements.placement,
    call_line_id uuid not null references carepackages.call_line,
    window_from  time,
    window_to    time,
    standing     boolean not null default true,
    primary key (placement_id, call_line_id)
);
create unique index placement_line_one_standing on placements.placement_line (call_line_id) where standing;
comment on table placements.placement_line is 'Which calls a placement delivers; one provider a call at a time.';
comment on column placements.placement_line.placement_id is 'plain: the placement';
comment on column placements.placement_line.call_line_id is 'plain: the call';
comment on column placements.placement_line.window_from is 'plain: start of the agreed window; none means as in the plan';
comment on column placements.placement_line.window_to is 'plain: end of it';
comment on column placements.placement_line.standing is 'plain: the placement still holds the call';

create function placements.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name;
end $$;

create table placements.service_order (
    placement_id uuid primary key references placements.placement,
    issued_at    timestamptz not null,
    snapshot     jsonb not null,
    seal         text not null check (seal = encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex'))
);
create trigger never_changed before update or delete on placements.service_order
    for each row execute function placements.refuse_change();
create trigger only_added before update or delete on placements.award_event
    for each row execute function placements.refuse_change();
comment on table placements.service_order is 'What was agreed on the day of acceptance, never changed afterwards.';
comment on column placements.service_order.placement_id is 'plain: the placement';
comment on column placements.service_order.issued_at is 'plain: when';
comment on column placements.service_order.snapshot is 'personal: calls with their tasks, rate, dates and scores';
comment on column placements.service_order.seal is 'plain: SHA-256 of the snapshot’s text';

create table placements.failed_start (
    id           bigint generated always as identity primary key,
    placement_id uuid not null references placements.placement,
    due_on       date not null,
    reason       text not null check (reason <> ''),
    new_start    date check (new_start > due_on),
    by_account   uuid not null,
    by_name      text not null,
    at           timestamptz not null,
    unique (placement_id, due_on)
);
comment on table placements.failed_start is 'Care that was due to start and did not; the package goes on waiting.';
comment on column placements.failed_start.id is 'plain: order of events';
comment on column placements.failed_start.placement_id is 'plain: the placement';
comment on column placements.failed_start.due_on is 'plain: the agreed first day';
comment on column placements.failed_start.reason is 'personal: why, in words';
comment on column placements.failed_start.new_start is 'plain: the new first day';
comment on column placements.failed_start.by_account is 'plain: account that reported it';
comment on column placements.failed_start.by_name is 'personal: name of that person';
comment on column placements.failed_start.at is 'plain: when';

create table placements.identity_release (
    placement_id uuid primary key references placements.placement,
    provider_id  uuid not null references providers.provider,
    released_at  timestamptz not null,
    ended_at     timestamptz check (ended_at >= released_at)
);
comment on table placements.identity_release is 'To whom the person’s identity was given, and until when.';
comment on column placements.identity_release.placement_id is 'plain: for which placement';
comment on column placements.identity_release.provider_id is 'plain: to which provider, and to no other';
comment on column placements.identity_release.released_at is 'plain: the moment of acceptance';
comment on column placements.identity_release.ended_at is 'plain: from when it may no longer be seen';

create view placements.report_placement as
    select p.id, p.ref, p.care_package_id, p.package_ref, p.person_id as person_key, p.provider_id, p.locality, p.status,
        p.accepted_at, p.first_visit_at, p.ended_on, p.user_minutes_week, p.carer_minutes_week
    from placements.placement p;

-- Calls that somebody holds: what is left of a package may be advertised again.
create view placements.report_standing_line as
    select l.call_line_id, l.placement_id, p.provider_id, p.care_package_id
    from placements.placement_line l join placements.placement p on p.id = l.placement_id
    where l.standing;

-- Who looks after the advert's person, or did so within twelve months before it was published.
create view placements.report_continuity as
    select distinct a.id as advert_id, p.provider_id
    from adverts.advert a
    join carepackages.care_package c on c.id = a.care_package_id
    join placements.placement p on p.person_id = c.person_id
    where p.first_visit_at is not null
      and (p.ended_on is null or p.ended_on > (a.published_at at time zone 'Europe/London')::date - interval '12 months');
