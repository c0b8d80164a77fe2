-- Each call that placements owe on each day between the two, both included, and whether it is suspended: the person is away
-- when its window closes, or has died by then.
create function placements.report_calls_on(first date, last date)
returns table (day date, placement_id uuid, care_package_id uuid, provider_id uuid, call_line_id uuid, band text,
    window_from time, window_to time, minutes int, workers int, tier text, time_critical boolean, suspended boolean)
language sql stable as $$
    select d.day::date, c.placement_id, c.care_package_id, c.provider_id, c.call_line_id, c.band, c.window_from, c.window_to,
        c.minutes, c.workers, c.tier, c.time_critical,
        exists (select from carepackages.report_not_due n where n.care_package_id = c.care_package_id
            and n.from_at < closing.at and coalesce(n.until_at, 'infinity') >
                ((d.day::date + coalesce(c.window_from, carepackages.band_start(c.band))) at time zone 'Europe/London'))
    from placements.report_due_call c
    cross join lateral generate_series(greatest(c.from_on, first), least(c.until_on - 1, last), interval '1 day') as d(day)
    cross join lateral (select ((d.day::date + coalesce(c.window_to, carepackages.band_end(c.band))) at time zone 'Europe/London') as at) closing
    where position(extract(isodow from d.day)::text in c.days) > 0
$$;

-- What the council pays while somebody is away: so many days from the first, at so many per cent. An example to start with;
-- the contract decides.
create table placements.retainer_rule (
    id         uuid primary key default gen_random_uuid(),
    kind       text not null check (kind in ('HOSPITAL', 'RESPITE', 'AWAY')),
    valid      daterange not null,
    days       int not null check (days between 0 and 90),
    percent    numeric(5, 2) not null check (percent between 0 and 100),
    by_account uuid,
    by_name    text not null,
    at         timestamptz not null default clock_timestamp(),
    constraint retainer_one_rule exclude using gist (kind with =, valid with &&)
);
comment on table placements.retainer_rule is 'The contract''s rule for the retainer, from day to day.';
comment on column placements.retainer_rule.id is 'plain: key';
comment on column placements.retainer_rule.kind is 'plain: why somebody is away';
comment on column placements.retainer_rule.valid is 'plain: absences that begin on these days';
comment on column placements.retainer_rule.days is 'plain: days that are paid, the first day included';
comment on column placements.retainer_rule.percent is 'plain: per cent of the placement''s rate';
comment on column placements.retainer_rule.by_account is 'plain: account that set it; none for the first rules';
comment on column placements.retainer_rule.by_name is 'personal: name of that person';
comment on column placements.retainer_rule.at is 'plain: when';
insert into placements.retainer_rule (kind, valid, days, percent, by_name) values
    ('HOSPITAL', daterange(null, null), 7, 100, 'Pontio'),
    ('RESPITE', daterange(null, null), 7, 100, 'Pontio'),
    ('AWAY', daterange(null, null), 7, 100, 'Pontio');

-- A rule for a later day ends the one before; rules of days that have come stay.
create function placements.keep_retainer_rule() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a rule is kept' using errcode = 'check_violation';
    elsif tg_op = 'INSERT' then
        if lower(new.valid) <= (clock_timestamp() at time zone 'Europe/London')::date then
            raise exception 'a rule begins on a day to come' using errcode = 'check_violation';
        end if;
    elsif (old.kind, old.days, old.percent) is distinct from (new.kind, new.days, new.percent)
        or lower(old.valid) is distinct from lower(new.valid)
        or upper(new.valid) <= (clock_timestamp() at time zone 'Europe/London')::date then
        raise exception 'a rule is not edited' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_retainer_rule before insert or update or delete on placements.retainer_rule
    for each row execute function placements.keep_retainer_rule();

-- An open package whose last caring placement ends says so: it is no longer live, and its cover is no longer the provider.
create function placements.no_silent_gap() returns trigger language plpgsql as $$
declare
    package record;
    covered text;
begin
    select p.status, p.ref into package from carepackages.care_package p where p.id = new.care_package_id;
    if package.status in ('ENDED', 'WITHDRAWN') or exists (select from placements.placement o
            where o.care_package_id = new.care_package_id and o.status in ('LIVE', 'NOTICE_GIVEN')) then
        return null;
    end if;
    select e.cover into covered from carepackages.cover_event e where e.care_package_id = new.care_package_id
        order by e.effective_at desc, e.id desc limit 1;
    if package.status = 'LIVE' or covered = 'LEAVING' then
        raise exception 'nobody would care for % and nothing would say so', package.ref using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger no_silent_gap after update of status on placements.placement
    deferrable initially deferred for each row
    when (old.status in ('LIVE', 'NOTICE_GIVEN') and new.status not in ('LIVE', 'NOTICE_GIVEN'))
    execute function placements.no_silent_gap();
