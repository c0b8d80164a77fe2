-- Whom a micro-enterprise helps. The room of providers knows nobody: a person is a key that another room gives, or the
-- micro-enterprise's own reference, which cannot be a name or a number that means something elsewhere.
create table providers.micro_person (
    id           uuid primary key,
    provider_id  uuid not null references providers.micro_enterprise,
    reference    text check (reference ~ '^[A-Z]{1,2}[1-9][0-9]{0,2}$'),
    person       uuid,
    unique (provider_id, reference),
    unique (provider_id, id),
    check (reference is not null or person is not null)
);
create unique index micro_person_given on providers.micro_person (provider_id, person) where reference is null;
comment on table providers.micro_person is 'Somebody a micro-enterprise helps. Rows with the same person count once.';
comment on column providers.micro_person.id is 'plain: key';
comment on column providers.micro_person.provider_id is 'plain: which micro-enterprise';
comment on column providers.micro_person.reference is 'personal: the micro-enterprise''s own reference for the person, like P1; none for a person given by another room';
comment on column providers.micro_person.person is 'personal: key of the person in another room, never looked up here; on a row with a reference it says that both are the same person';

create table providers.micro_arrangement (
    id             uuid primary key,
    provider_id    uuid not null references providers.micro_enterprise,
    who            uuid not null,
    personal_care  boolean not null,
    from_day       date not null,
    until_day      date,
    source         uuid,
    source_ref     text,
    recorded_at    timestamptz not null,
    recorded_by    uuid not null,
    recorded_name  text not null,
    check (until_day >= from_day),
    check ((source is null) = (source_ref is null)),
    foreign key (provider_id, who) references providers.micro_person (provider_id, id)
);
create index micro_arrangement_provider on providers.micro_arrangement (provider_id);
create index micro_arrangement_source on providers.micro_arrangement (source);
comment on table providers.micro_arrangement is 'From when until when a micro-enterprise helps somebody, and whether that is personal care.';
comment on column providers.micro_arrangement.id is 'plain: key';
comment on column providers.micro_arrangement.provider_id is 'plain: which micro-enterprise';
comment on column providers.micro_arrangement.who is 'plain: which of its people';
comment on column providers.micro_arrangement.personal_care is 'personal: whether help with washing, dressing, eating or being prompted to is part of it';
comment on column providers.micro_arrangement.from_day is 'plain: first day';
comment on column providers.micro_arrangement.until_day is 'plain: first day no longer; none while open; the same as the first day for what never was';
comment on column providers.micro_arrangement.source is 'plain: key of the placement it comes from; none when recorded by hand';
comment on column providers.micro_arrangement.source_ref is 'plain: reference of that placement';
comment on column providers.micro_arrangement.recorded_at is 'plain: when it was recorded';
comment on column providers.micro_arrangement.recorded_by is 'plain: who recorded it';
comment on column providers.micro_arrangement.recorded_name is 'plain: who recorded it, as the name was then';

create table providers.micro_arrangement_step (
    id              bigint primary key generated always as identity,
    arrangement_id  uuid not null references providers.micro_arrangement,
    step            text not null check (step in ('RECORDED', 'CHANGED', 'ENDED', 'STRUCK')),
    until_day       date,
    at              timestamptz not null,
    by_account      uuid not null,
    by_name         text not null
);
comment on table providers.micro_arrangement_step is 'What was done to an arrangement, by whom and when.';
comment on column providers.micro_arrangement_step.id is 'plain: order of recording';
comment on column providers.micro_arrangement_step.arrangement_id is 'plain: which arrangement';
comment on column providers.micro_arrangement_step.step is 'plain: what was done';
comment on column providers.micro_arrangement_step.until_day is 'plain: its first day no longer after the step';
comment on column providers.micro_arrangement_step.at is 'plain: when';
comment on column providers.micro_arrangement_step.by_account is 'plain: who';
comment on column providers.micro_arrangement_step.by_name is 'plain: who, as the name was then';

create function providers.micro_people_on(micro uuid, day date) returns bigint language sql stable as $$
    select count(distinct coalesce(p.person, p.id))
    from providers.micro_arrangement a join providers.micro_person p on p.id = a.who
    where a.provider_id = micro and a.personal_care and a.from_day <= day and (a.until_day is null or a.until_day > day)
$$;

-- SI 2017/1264, regulation 3: personal care for four or fewer individuals at any one time needs no registration; a fifth
-- does. Whoever adds waits for the one before, then counts what that one left behind. The number of people only rises on
-- a first day, so those are the days to look at. "no key update" because foreign keys hold the row already.
create function providers.micro_four_people() returns trigger language plpgsql as $$
declare
    full_day date;
begin
    perform from providers.micro_enterprise where provider_id = new.provider_id for no key update;
    select min(a.from_day) into full_day from providers.micro_arrangement a
    where a.provider_id = new.provider_id and a.personal_care and (a.until_day is null or a.until_day > a.from_day)
      and providers.micro_people_on(a.provider_id, a.from_day) > 4;
    if full_day is not null then
        raise exception 'more than four people in personal care of % on %', new.provider_id, full_day
            using errcode = 'check_violation', constraint = 'micro_four_people';
    end if;
    return null;
end $$;
create trigger micro_four_people after insert or update on providers.micro_arrangement
    for each row execute function providers.micro_four_people();
create trigger micro_four_people after update on providers.micro_person
    for each row execute function providers.micro_four_people();
