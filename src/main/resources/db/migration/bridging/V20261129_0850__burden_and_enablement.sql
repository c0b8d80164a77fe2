-- What an hour of the council's own team costs, each from its day on. The council sets it; without one no cost is shown.
create table bridging.hour_cost (
    from_on    date primary key,
    pounds     numeric(8, 2) not null check (pounds > 0),
    by_account uuid not null,
    by_name    text not null,
    at         timestamptz not null default clock_timestamp()
);
comment on table bridging.hour_cost is 'Cost of an hour of a worker of the council''s own team, from a day on. Only ever added to.';
comment on column bridging.hour_cost.from_on is 'plain: first day';
comment on column bridging.hour_cost.pounds is 'plain: pounds a worker''s hour';
comment on column bridging.hour_cost.by_account is 'plain: account that set it';
comment on column bridging.hour_cost.by_name is 'personal: name of that person';
comment on column bridging.hour_cost.at is 'plain: when';
create function bridging.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'bridging.% is only ever added to', tg_table_name using errcode = 'check_violation';
end $$;
create trigger only_added before update or delete on bridging.hour_cost
    for each row execute function bridging.refuse_change();
create function bridging.cost_not_past() returns trigger language plpgsql as $$
begin
    if new.from_on < carepackages.today() then
        raise exception 'what was given keeps its cost' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger cost_not_past before insert on bridging.hour_cost
    for each row execute function bridging.cost_not_past();
create function bridging.cost_on(day date) returns numeric language sql stable as $$
    select c.pounds from bridging.hour_cost c where c.from_on <= day order by c.from_on desc limit 1
$$;

-- A time of enablement: goals, hours needed before and after. The effect is worked out from the hours.
create table bridging.enablement_episode (
    id              uuid primary key,
    ref             text not null unique check (ref ~ '^ENB-[0-9A-Z]{4}-[0-9A-Z]$'),
    care_package_id uuid not null references carepackages.care_package,
    locality        text not null references areas.locality,
    started_on      date not null,
    planned_end     date not null check (planned_end > started_on),
    minutes_before  int not null check (minutes_before > 0),
    ended_on        date check (ended_on >= started_on),
    minutes_after   int check (minutes_after >= 0),
    effect          text generated always as (case when minutes_after is null then null when minutes_after = 0 then 'MITIGATED'
        when minutes_after < minutes_before then 'REDUCED' when minutes_after = minutes_before then 'MAINTAINED'
        else 'INCREASED' end) stored,
    started_by      uuid not null,
    started_by_name text not null,
    ended_by        uuid,
    ended_by_name   text,
    version         bigint not null default 0,
    check (num_nonnulls(ended_on, minutes_after, ended_by, ended_by_name) in (0, 4))
);
create unique index enablement_one_running on bridging.enablement_episode (care_package_id) where ended_on is null;
create index enablement_list on bridging.enablement_episode (started_on desc, id desc);
comment on table bridging.enablement_episode is 'A time of enablement with its effect: hours a week needed before and after.';
comment on column bridging.enablement_episode.id is 'plain: key';
comment on column bridging.enablement_episode.ref is 'plain: what people call it';
comment on column bridging.enablement_episode.care_package_id is 'plain: of which package';
comment on column bridging.enablement_episode.locality is 'plain: where';
comment on column bridging.enablement_episode.started_on is 'plain: first day';
comment on column bridging.enablement_episode.planned_end is 'plain: day by which it should be over';
comment on column bridging.enablement_episode.minutes_before is 'plain: user minutes a week needed when it began';
comment on column bridging.enablement_episode.ended_on is 'plain: last day';
comment on column bridging.enablement_episode.minutes_after is 'plain: user minutes a week needed when it was over';
comment on column bridging.enablement_episode.effect is 'plain: mitigated where no care is needed any more, reduced, maintained, or increased';
comment on column bridging.enablement_episode.started_by is 'plain: account that began it';
comment on column bridging.enablement_episode.started_by_name is 'personal: name of that person';
comment on column bridging.enablement_episode.ended_by is 'plain: account that ended it';
comment on column bridging.enablement_episode.ended_by_name is 'personal: name of that person';
comment on column bridging.enablement_episode.version is 'plain: optimistic lock';

create table bridging.enablement_goal (
    episode_id uuid not null references bridging.enablement_episode,
    number     int not null check (number between 1 and 5),
    goal       text not null check (goal <> ''),
    reached    text check (reached in ('YES', 'PARTLY', 'NO')),
    primary key (episode_id, number)
);
comment on table bridging.enablement_goal is 'What the person wants to do alone again, and whether they can.';
comment on column bridging.enablement_goal.episode_id is 'plain: which time of enablement';
comment on column bridging.enablement_goal.number is 'plain: order';
comment on column bridging.enablement_goal.goal is 'personal: in the person''s words';
comment on column bridging.enablement_goal.reached is 'personal: whether it was reached at the end';

-- What was begun and what came of it is not edited.
create function bridging.keep_enablement() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_on is not null
        or (old.care_package_id, old.started_on, old.minutes_before, old.started_by)
            is distinct from (new.care_package_id, new.started_on, new.minutes_before, new.started_by) then
        raise exception 'enablement: what was begun and ended is not edited' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_enablement before update or delete on bridging.enablement_episode
    for each row execute function bridging.keep_enablement();

create view bridging.report_enablement_episode as
    select ref, care_package_id, locality, started_on, ended_on, minutes_before, minutes_after, effect
    from bridging.enablement_episode;
