-- Somebody is away from home: care is not due from a moment on, and due again from another. Told once, at the package; the
-- package stays as it is. The first day is never edited; the day of return may move until it has come.
create table carepackages.absence (
    id              uuid primary key,
    care_package_id uuid not null references carepackages.care_package,
    kind            text not null check (kind in ('HOSPITAL', 'RESPITE', 'AWAY')),
    away_at         timestamptz not null,
    back_at         timestamptz,
    cover_before    text check (cover_before in ('NONE', 'FAMILY', 'HOSPITAL', 'BRIDGING', 'PART', 'LEAVING')),
    told_by         uuid not null,
    told_by_name    text not null,
    told_at         timestamptz not null default clock_timestamp(),
    by_provider     boolean not null,
    confirmed_by    uuid,
    confirmed_at    timestamptz,
    dismissed_at    timestamptz,
    settled_at      timestamptz,
    check (back_at > away_at),
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (by_provider or confirmed_by is not null),
    check (dismissed_at is null or confirmed_at is null),
    check (settled_at is null or back_at is not null),
    constraint absence_one_at_a_time exclude using gist (care_package_id with =, tstzrange(away_at, back_at) with &&)
        where (dismissed_at is null)
);
create index absence_package on carepackages.absence (care_package_id, away_at desc);
create index absence_unsettled on carepackages.absence (back_at) where settled_at is null and dismissed_at is null;
comment on table carepackages.absence is 'A time in which the person is away from home and care is not due.';
comment on column carepackages.absence.id is 'plain: key';
comment on column carepackages.absence.care_package_id is 'plain: of which package';
comment on column carepackages.absence.kind is 'personal: hospital, respite or away otherwise';
comment on column carepackages.absence.away_at is 'personal: from when';
comment on column carepackages.absence.back_at is 'personal: from when care is due again; in the future it is a promise';
comment on column carepackages.absence.cover_before is 'personal: who looked after the person while waiting, to go on afterwards; none for care that is given';
comment on column carepackages.absence.told_by is 'plain: account that told it';
comment on column carepackages.absence.told_by_name is 'personal: name of that person';
comment on column carepackages.absence.told_at is 'plain: when';
comment on column carepackages.absence.by_provider is 'plain: the provider reported it; nothing is suspended until the council has confirmed it';
comment on column carepackages.absence.confirmed_by is 'plain: account of the council that confirmed it';
comment on column carepackages.absence.confirmed_at is 'plain: when';
comment on column carepackages.absence.dismissed_at is 'plain: when a report turned out not to be so';
comment on column carepackages.absence.settled_at is 'plain: when what follows from the return was done';

create table carepackages.absence_promise (
    id         bigint generated always as identity primary key,
    absence_id uuid not null references carepackages.absence,
    back_at    timestamptz,
    by_account uuid not null,
    by_name    text not null,
    at         timestamptz not null default clock_timestamp()
);
create index absence_promise_of on carepackages.absence_promise (absence_id, id);
comment on table carepackages.absence_promise is 'Each promise of when care goes on. Only ever added to.';
comment on column carepackages.absence_promise.id is 'plain: order';
comment on column carepackages.absence_promise.absence_id is 'plain: which absence';
comment on column carepackages.absence_promise.back_at is 'personal: from when care was to be due again; none where nobody knew any more';
comment on column carepackages.absence_promise.by_account is 'plain: whose';
comment on column carepackages.absence_promise.by_name is 'personal: name of that person';
comment on column carepackages.absence_promise.at is 'plain: when it was made';
create trigger only_added before update or delete on carepackages.absence_promise
    for each row execute function carepackages.refuse_change();

create function carepackages.keep_absence() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (old.care_package_id, old.kind, old.away_at, old.told_by, old.told_at, old.by_provider)
            is distinct from (new.care_package_id, new.kind, new.away_at, new.told_by, new.told_at, new.by_provider)
        or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
        or (old.dismissed_at is not null) then
        raise exception 'an absence is not edited' using errcode = 'check_violation';
    end if;
    if old.settled_at is not null and new.back_at is distinct from old.back_at then
        raise exception 'the person is back already' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_absence before update or delete on carepackages.absence
    for each row execute function carepackages.keep_absence();

-- From when until when no care is due, and why. What is delivered then is flagged, and nothing of it is payable unseen.
create view carepackages.report_absence as
    select a.id as absence_id, a.care_package_id, p.ref as package_ref, a.kind, a.away_at, a.back_at, a.confirmed_at as recorded_at
    from carepackages.absence a join carepackages.care_package p on p.id = a.care_package_id
    where a.confirmed_at is not null;

create view carepackages.report_death as
    select e.care_package_id, min(e.effective_at) as died_at, min(e.recorded_at) as recorded_at
    from carepackages.status_event e
    where e.status in ('ENDED', 'WITHDRAWN') and e.reason = 'DIED'
    group by e.care_package_id;

create view carepackages.report_not_due as
    select care_package_id, kind as why, away_at as from_at, back_at as until_at from carepackages.report_absence
    union all
    select care_package_id, 'DIED', died_at, null from carepackages.report_death;

-- When a call of a part of the day begins at the latest, where no window is agreed: the part's end.
create function carepackages.band_end(band text) returns time language sql immutable as $$
    select case band when 'MORNING' then time '11:00' when 'LUNCH' then time '15:00' when 'TEA' then time '19:00'
        when 'BED' then time '23:00' else time '23:59' end
$$;
create function carepackages.band_start(band text) returns time language sql immutable as $$
    select case band when 'MORNING' then time '06:00' when 'LUNCH' then time '11:00' when 'TEA' then time '15:00'
        when 'BED' then time '19:00' else time '23:00' end
$$;
