create schema adverts;

create table adverts.advert (
    id                 uuid primary key,
    ref                text not null unique,
    care_package_id    uuid not null references carepackages.care_package,
    round              int not null check (round > 0),
    status             text not null check (status in ('OPEN', 'AWARDED', 'NO_SUITABLE_BID', 'CANCELLED')),
    locality           text not null references areas.locality,
    age_band           text not null check (age_band in ('18-64', '65-74', '75-84', '85+')),
    need               text not null check (need <> ''),
    equipment          text not null default '',
    worker_risks       text not null default '',
    training           text[] not null default '{}',
    welsh              text not null check (welsh in ('NEED', 'PREFERENCE', 'NO')),
    text_language      text not null check (text_language in ('en', 'cy')),
    cover_now          text not null,
    start_earliest     date not null,
    start_latest       date not null,
    rate_floor         numeric(8, 2) not null,
    rate_ceiling       numeric(8, 2) not null,
    user_minutes_week  int not null,
    carer_minutes_week int not null,
    weight_quality     int not null check (weight_quality between 0 and 100),
    weight_price       int not null check (weight_price between 0 and 100),
    weight_start       int not null check (weight_start between 0 and 100),
    weight_windows     int not null check (weight_windows between 0 and 100),
    weight_continuity  int not null check (weight_continuity between 0 and 100),
    weight_welsh       int not null check (weight_welsh between 0 and 100),
    urgent             boolean not null default false,
    urgent_reason      text not null default '',
    published_at       timestamptz not null,
    published_by       uuid not null,
    questions_until    timestamptz not null,
    deadline           timestamptz not null,
    ended_at           timestamptz,
    ended_by           uuid,
    ended_reason       text,
    version            bigint not null default 0,
    unique (care_package_id, round),
    check (weight_quality + weight_price + weight_start + weight_windows + weight_continuity + weight_welsh = 100),
    check (deadline > published_at and questions_until <= deadline and questions_until > published_at),
    check ((status = 'OPEN') = (ended_at is null)),
    check (start_latest >= start_earliest and rate_ceiling >= rate_floor),
    check (user_minutes_week > 0 and carer_minutes_week >= user_minutes_week),
    check (not urgent or urgent_reason <> '')
);
create unique index advert_one_open on adverts.advert (care_package_id) where status = 'OPEN';
create index advert_open_deadline on adverts.advert (deadline, ref) where status = 'OPEN';
create index advert_open_locality on adverts.advert (locality, deadline, ref) where status = 'OPEN';
create index advert_ended on adverts.advert (status, ended_at desc, ref desc) where status <> 'OPEN';

create table adverts.advert_line (
    id            uuid primary key,
    advert_id     uuid not null references adverts.advert,
    call_line_id  uuid not null references carepackages.call_line,
    position      int not null,
    days          text not null,
    band          text not null,
    window_from   time,
    window_to     time,
    minutes       int not null,
    workers       int not null,
    time_critical boolean not null,
    tier          text not null,
    short_reason  text,
    worker_gender text not null,
    unique (advert_id, position)
);

create table adverts.question (
    id          uuid primary key,
    advert_id   uuid not null references adverts.advert,
    provider_id uuid not null references providers.provider,
    asked_by    uuid not null,
    asked_at    timestamptz not null,
    question    text not null check (question <> ''),
    shown       text check (shown <> ''),
    answer      text check (answer <> ''),
    answered_by uuid,
    answered_at timestamptz,
    check ((answer is null) = (answered_at is null) and (answer is null) = (shown is null))
);
create index question_advert on adverts.question (advert_id, asked_at);

create table adverts.deadline_change (
    id        bigint generated always as identity primary key,
    advert_id uuid not null references adverts.advert,
    earlier   timestamptz not null,
    later     timestamptz not null,
    reason    text not null check (reason <> ''),
    by_account uuid not null,
    at        timestamptz not null,
    check (later > earlier)
);
create index deadline_change_advert on adverts.deadline_change (advert_id, id);

-- Whatever writes: a deadline never moves towards us and the terms of a round never change.
create function adverts.keep_terms() returns trigger language plpgsql as $$
begin
    if new.deadline < old.deadline then
        raise exception 'the deadline of % may only move later', old.ref using errcode = 'check_violation';
    end if;
    if (new.care_package_id, new.round, new.need, new.equipment, new.worker_risks, new.rate_floor, new.rate_ceiling,
            new.weight_quality, new.weight_price, new.weight_start, new.weight_windows, new.weight_continuity,
            new.weight_welsh, new.published_at)
        is distinct from (old.care_package_id, old.round, old.need, old.equipment, old.worker_risks, old.rate_floor,
            old.rate_ceiling, old.weight_quality, old.weight_price, old.weight_start, old.weight_windows,
            old.weight_continuity, old.weight_welsh, old.published_at) then
        raise exception 'the terms of % were fixed when it was published', old.ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_terms before update on adverts.advert for each row execute function adverts.keep_terms();

comment on column adverts.advert.id is 'plain: of the round';
comment on column adverts.advert.ref is 'plain: how providers and the broker name the round; has nothing to do with the package’s reference';
comment on column adverts.advert.care_package_id is 'plain: the package; never shown to providers';
comment on column adverts.advert.round is 'plain: first, second, … time the package is advertised';
comment on column adverts.advert.status is 'plain: where the round stands';
comment on column adverts.advert.locality is 'plain: the area, never smaller';
comment on column adverts.advert.age_band is 'plain: age of the person in bands';
comment on column adverts.advert.need is 'personal: de-identified words about one person’s need';
comment on column adverts.advert.equipment is 'personal: de-identified words about equipment in one home';
comment on column adverts.advert.worker_risks is 'personal: de-identified words about risks to workers in one home';
comment on column adverts.advert.training is 'plain: codes of what workers must be trained for';
comment on column adverts.advert.welsh is 'plain: need, preference or no, as the person answered';
comment on column adverts.advert.text_language is 'plain: language of the free text';
comment on column adverts.advert.cover_now is 'plain: who looks after the person when the advert goes out';
comment on column adverts.advert.start_earliest is 'plain: first day on which care may start';
comment on column adverts.advert.start_latest is 'plain: last day on which care should start';
comment on column adverts.advert.rate_floor is 'plain: least pounds an hour, fixed at publication';
comment on column adverts.advert.rate_ceiling is 'plain: most pounds an hour, fixed at publication';
comment on column adverts.advert.user_minutes_week is 'plain: minutes a week as the person receives them';
comment on column adverts.advert.carer_minutes_week is 'plain: minutes a week as workers give them';
comment on column adverts.advert.weight_quality is 'plain: points of a hundred for quality';
comment on column adverts.advert.weight_price is 'plain: points of a hundred for price';
comment on column adverts.advert.weight_start is 'plain: points of a hundred for the start date';
comment on column adverts.advert.weight_windows is 'plain: points of a hundred for the times of calls';
comment on column adverts.advert.weight_continuity is 'plain: points of a hundred for knowing the person';
comment on column adverts.advert.weight_welsh is 'plain: points of a hundred for Welsh';
comment on column adverts.advert.urgent is 'plain: open for working hours instead of a whole day';
comment on column adverts.advert.urgent_reason is 'plain: why it is urgent, for the council';
comment on column adverts.advert.published_at is 'plain: by the database’s clock';
comment on column adverts.advert.published_by is 'plain: account that published';
comment on column adverts.advert.questions_until is 'plain: last moment for questions';
comment on column adverts.advert.deadline is 'plain: last moment for bids; only ever moves later';
comment on column adverts.advert.ended_at is 'plain: when the round was over';
comment on column adverts.advert.ended_by is 'plain: account that ended the round';
comment on column adverts.advert.ended_reason is 'plain: why the round ended without an award';
comment on column adverts.advert.version is 'plain: counts changes';
comment on column adverts.advert_line.id is 'plain: of the advertised call';
comment on column adverts.advert_line.advert_id is 'plain: the round';
comment on column adverts.advert_line.call_line_id is 'plain: the line of the package it was made from; never shown to providers';
comment on column adverts.advert_line.position is 'plain: order on the page';
comment on column adverts.advert_line.days is 'plain: days of the week, Monday is 1';
comment on column adverts.advert_line.band is 'plain: part of the day';
comment on column adverts.advert_line.window_from is 'plain: start of the window in which the call begins';
comment on column adverts.advert_line.window_to is 'plain: end of that window';
comment on column adverts.advert_line.minutes is 'plain: length of one call';
comment on column adverts.advert_line.workers is 'plain: one or two';
comment on column adverts.advert_line.time_critical is 'plain: whether the window may not move';
comment on column adverts.advert_line.tier is 'plain: how firm the call is';
comment on column adverts.advert_line.short_reason is 'plain: why a call is under thirty minutes';
comment on column adverts.advert_line.worker_gender is 'plain: need or preference for a worker’s gender';
comment on column adverts.question.id is 'plain: of the question';
comment on column adverts.question.advert_id is 'plain: the round';
comment on column adverts.question.provider_id is 'plain: who asked; never shown to other providers';
comment on column adverts.question.asked_by is 'plain: account that asked';
comment on column adverts.question.asked_at is 'plain: by the database’s clock';
comment on column adverts.question.question is 'personal: as the provider wrote it; may hold what should not be shown';
comment on column adverts.question.shown is 'personal: the question as shown to all, checked';
comment on column adverts.question.answer is 'personal: the answer as shown to all, checked';
comment on column adverts.question.answered_by is 'plain: account that answered';
comment on column adverts.question.answered_at is 'plain: when it was shown to all';
comment on column adverts.deadline_change.id is 'plain: order of changes';
comment on column adverts.deadline_change.advert_id is 'plain: the round';
comment on column adverts.deadline_change.earlier is 'plain: deadline before';
comment on column adverts.deadline_change.later is 'plain: deadline after';
comment on column adverts.deadline_change.reason is 'plain: why, shown to all';
comment on column adverts.deadline_change.by_account is 'plain: account that extended';
comment on column adverts.deadline_change.at is 'plain: when';
