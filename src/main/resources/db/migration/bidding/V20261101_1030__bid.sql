create schema bidding;

create table bidding.bid (
    id               uuid primary key,
    ref              text not null unique,
    advert_id        uuid not null references adverts.advert,
    provider_id      uuid not null references providers.provider,
    status           text not null check (status in ('SUBMITTED', 'WITHDRAWN', 'SET_ASIDE', 'SELECTED', 'SUCCESSFUL', 'UNSUCCESSFUL')),
    rate             numeric(8, 2) not null check (rate > 0),
    start_on         date not null,
    coverage         text not null check (coverage in ('ALL', 'SOME', 'OTHER_WINDOWS')),
    welsh_offered    boolean not null,
    note             text not null check (length(note) <= 2000),
    language         text not null check (language in ('en', 'cy')),
    submitted_by     uuid not null,
    submitted_at     timestamptz not null,
    amended_by       uuid,
    amended_at       timestamptz,
    withdrawn_by     uuid,
    withdrawn_at     timestamptz,
    withdrawn_reason text check (withdrawn_reason in ('NO_CAPACITY', 'OTHER_WORK', 'MISTAKE', 'OTHER')),
    version          bigint not null default 0,
    check ((amended_at is null) = (amended_by is null)),
    check ((status = 'WITHDRAWN') = (withdrawn_at is not null)),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index bid_one_live on bidding.bid (advert_id, provider_id) where status <> 'WITHDRAWN';
create index bid_provider on bidding.bid (provider_id, submitted_at desc, id desc);

comment on table bidding.bid is 'What a provider offers for one round of an advert. Sealed until the deadline: read before it only by its own provider.';
comment on column bidding.bid.id is 'plain: key';
comment on column bidding.bid.ref is 'plain: how people name the bid; random, so that it tells neither order nor number';
comment on column bidding.bid.advert_id is 'plain: the round';
comment on column bidding.bid.provider_id is 'plain: who bids';
comment on column bidding.bid.status is 'plain: where the bid stands';
comment on column bidding.bid.rate is 'plain: pounds for one hour of one worker; sealed until the deadline';
comment on column bidding.bid.start_on is 'plain: first day of care';
comment on column bidding.bid.coverage is 'plain: all calls as asked, some of them, or some at other times; follows from the lines';
comment on column bidding.bid.welsh_offered is 'plain: a Welsh-speaking worker is offered';
comment on column bidding.bid.note is 'personal: the provider’s own words, which might hold anything';
comment on column bidding.bid.language is 'plain: language of the note';
comment on column bidding.bid.submitted_by is 'plain: account';
comment on column bidding.bid.submitted_at is 'plain: by the database’s clock; never used to rank';
comment on column bidding.bid.amended_by is 'plain: account that changed it last';
comment on column bidding.bid.amended_at is 'plain: last change, by the database’s clock';
comment on column bidding.bid.withdrawn_by is 'plain: account';
comment on column bidding.bid.withdrawn_at is 'plain: by the database’s clock';
comment on column bidding.bid.withdrawn_reason is 'plain: from a fixed list';
comment on column bidding.bid.version is 'plain: counts changes, so that an old page cannot save over a new one';

create table bidding.bid_line (
    bid_id         uuid not null references bidding.bid,
    advert_line_id uuid not null references adverts.advert_line,
    window_from    time,
    window_to      time,
    primary key (bid_id, advert_line_id),
    check ((window_from is null) = (window_to is null)),
    check (window_from <> window_to)
);
comment on table bidding.bid_line is 'The calls a bid offers; a call without a row is not offered.';
comment on column bidding.bid_line.bid_id is 'plain: the bid';
comment on column bidding.bid_line.advert_line_id is 'plain: the call as advertised';
comment on column bidding.bid_line.window_from is 'plain: start of another window than the advertised one';
comment on column bidding.bid_line.window_to is 'plain: end of another window than the advertised one';

create table bidding.bid_revision (
    id         bigint generated always as identity primary key,
    bid_id     uuid not null references bidding.bid,
    at         timestamptz not null,
    by_account uuid not null,
    terms      jsonb not null
);
create index bid_revision_bid on bidding.bid_revision (bid_id, id);
comment on table bidding.bid_revision is 'The terms as they stood after each submission and amendment; only ever added to.';
comment on column bidding.bid_revision.id is 'plain: key, in order';
comment on column bidding.bid_revision.bid_id is 'plain: the bid';
comment on column bidding.bid_revision.at is 'plain: when these terms were given';
comment on column bidding.bid_revision.by_account is 'plain: who gave them';
comment on column bidding.bid_revision.terms is 'personal: rate, start, calls and note, which might hold anything';

create table bidding.decline (
    id          uuid primary key,
    advert_id   uuid not null references adverts.advert,
    provider_id uuid not null references providers.provider,
    reason      text not null check (reason in ('NO_CAPACITY', 'TOO_FAR', 'TIMES', 'DOUBLE_HANDED', 'SKILLS', 'LANGUAGE', 'RATE', 'START', 'OTHER')),
    note        text not null check (length(note) <= 2000),
    by_account  uuid not null,
    at          timestamptz not null,
    unique (advert_id, provider_id)
);
comment on table bidding.decline is 'A provider said that it will not bid, and why: what the market lacks.';
comment on column bidding.decline.id is 'plain: key';
comment on column bidding.decline.advert_id is 'plain: the round';
comment on column bidding.decline.provider_id is 'plain: who declines';
comment on column bidding.decline.reason is 'plain: from a fixed list';
comment on column bidding.decline.note is 'personal: the provider’s own words, which might hold anything';
comment on column bidding.decline.by_account is 'plain: account';
comment on column bidding.decline.at is 'plain: by the database’s clock';

create table bidding.opening (
    advert_id uuid primary key references adverts.advert,
    opened_by uuid not null,
    opened_at timestamptz not null,
    draw_seed bigint not null
);
comment on table bidding.opening is 'The one opening of a round’s bids, when scores and places were written down.';
comment on column bidding.opening.advert_id is 'plain: the round';
comment on column bidding.opening.opened_by is 'plain: account whose visit opened it';
comment on column bidding.opening.opened_at is 'plain: by the database’s clock, never before the deadline';
comment on column bidding.opening.draw_seed is 'plain: made at the opening; with it the draw among equals can be done again';

create table bidding.score (
    bid_id    uuid not null references bidding.bid,
    criterion text not null check (criterion in ('QUALITY', 'PRICE', 'START', 'WINDOWS', 'CONTINUITY', 'WELSH')),
    weight    int not null check (weight between 0 and 100),
    raw       text not null,
    points    numeric(6, 3) not null check (points between 0 and weight),
    neutral   boolean not null,
    primary key (bid_id, criterion)
);
comment on table bidding.score is 'Points of an opened bid, as worked out once at the opening.';
comment on column bidding.score.bid_id is 'plain: the bid';
comment on column bidding.score.criterion is 'plain: what is scored';
comment on column bidding.score.weight is 'plain: the most points there are for it, fixed by the advert';
comment on column bidding.score.raw is 'plain: part and whole, like 22.71/24.50; points are weight × part ÷ whole';
comment on column bidding.score.points is 'plain: three places, half up';
comment on column bidding.score.neutral is 'plain: the median given to a provider that is not rated yet';

create table bidding.rank (
    bid_id    uuid primary key references bidding.bid,
    advert_id uuid not null references adverts.advert,
    place     int not null check (place > 0),
    total     numeric(6, 3) not null check (total between 0 and 100),
    drawn     boolean not null,
    unique (advert_id, place)
);
comment on table bidding.rank is 'Place of an opened bid in its round, as worked out once at the opening.';
comment on column bidding.rank.bid_id is 'plain: the bid';
comment on column bidding.rank.advert_id is 'plain: the round';
comment on column bidding.rank.place is 'plain: 1 is best, never shared';
comment on column bidding.rank.total is 'plain: sum of the points';
comment on column bidding.rank.drawn is 'plain: the draw decided between this and an equal bid';

create table bidding.feedback (
    bid_id    uuid not null references bidding.bid,
    criterion text not null check (criterion in ('QUALITY', 'PRICE', 'START', 'WINDOWS', 'CONTINUITY', 'WELSH')),
    own       numeric(6, 3) not null,
    winning   numeric(6, 3) not null,
    weight    int not null,
    primary key (bid_id, criterion)
);
comment on table bidding.feedback is 'What a provider that did not get the work may know: its points beside the winner’s.';
comment on column bidding.feedback.bid_id is 'plain: the bid that was not successful';
comment on column bidding.feedback.criterion is 'plain: what was scored';
comment on column bidding.feedback.own is 'plain: its points';
comment on column bidding.feedback.winning is 'plain: the points of the bid that was chosen';
comment on column bidding.feedback.weight is 'plain: the most points there were';

-- The rules of the round a second time: terms given in time, at a rate within the advert's bounds.
create function bidding.terms_keep_to_the_advert() returns trigger language plpgsql as $$
declare
    round adverts.advert;
begin
    select a.* into strict round from adverts.advert a where a.id = new.advert_id;
    if new.rate not between round.rate_floor and round.rate_ceiling then
        raise check_violation using constraint = 'bid_rate_within_envelope', message = 'rate outside the advert''s bounds';
    end if;
    if coalesce(new.amended_at, new.submitted_at) >= round.deadline then
        raise check_violation using constraint = 'bid_before_deadline', message = 'terms given after the deadline';
    end if;
    return new;
end $$;
create trigger bid_submitted before insert on bidding.bid
    for each row execute function bidding.terms_keep_to_the_advert();
create trigger bid_amended before update on bidding.bid
    for each row when ((old.rate, old.start_on, old.coverage, old.note, old.amended_at) is distinct from
                       (new.rate, new.start_on, new.coverage, new.note, new.amended_at))
    execute function bidding.terms_keep_to_the_advert();

create function bidding.opening_waits_for_the_deadline() returns trigger language plpgsql as $$
begin
    if new.opened_at < (select a.deadline from adverts.advert a where a.id = new.advert_id) then
        raise check_violation using constraint = 'opening_after_deadline', message = 'bids are sealed until the deadline';
    end if;
    return new;
end $$;
create trigger opening_after_deadline before insert or update on bidding.opening
    for each row execute function bidding.opening_waits_for_the_deadline();

create view bidding.report_bid as
    select b.id, b.advert_id, b.provider_id, b.status, b.submitted_at from bidding.bid b;
