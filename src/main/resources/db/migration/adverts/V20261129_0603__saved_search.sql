create table adverts.saved_search (
    account_id  uuid not null references identity.account,
    number      int not null check (number between 1 and 10),
    area        text not null,
    band        text not null check (band in ('', 'MORNING', 'LUNCH', 'TEA', 'BED', 'NIGHT')),
    two_workers text not null check (two_workers in ('', 'yes', 'no')),
    welsh       text not null check (welsh in ('', 'NEED', 'PREFERENCE', 'NO')),
    saved_at    timestamptz not null,
    primary key (account_id, number),
    unique (account_id, area, band, two_workers, welsh),
    check (area || band || two_workers || welsh <> '')
);
comment on table adverts.saved_search is 'What a person who works for a provider looks for. Whoever has saved a search is told only of new opportunities that fit one; ten at most.';
comment on column adverts.saved_search.account_id is 'plain: whose';
comment on column adverts.saved_search.number is 'plain: the smallest that was free';
comment on column adverts.saved_search.area is 'plain: code of a patch; empty for any';
comment on column adverts.saved_search.band is 'plain: part of the day; empty for any';
comment on column adverts.saved_search.two_workers is 'plain: yes, no, or empty for either';
comment on column adverts.saved_search.welsh is 'plain: whether Welsh is needed; empty for either';
comment on column adverts.saved_search.saved_at is 'plain: when';
