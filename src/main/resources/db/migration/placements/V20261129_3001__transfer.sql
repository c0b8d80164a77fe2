-- Calls that a provider gives or is to give; those of one that leaves are free for another and still its own.
create view placements.report_held_line as
    select l.call_line_id, l.placement_id, p.provider_id, p.care_package_id
    from placements.placement_line l join placements.placement p on p.id = l.placement_id
    where p.status in ('PENDING_START', 'LIVE', 'NOTICE_GIVEN');

-- A provider fails or gives everything back: its placements are moved to others together.
create table placements.transfer (
    id             uuid primary key,
    ref            text not null unique check (ref ~ '^TRF-[0-9A-Z]{4}-[0-9A-Z]$'),
    provider_id    uuid not null references providers.provider,
    reason         text not null check (reason in ('PROVIDER_FAILURE', 'HANDBACK', 'TRANSFER')),
    last_day       date not null,
    opened_by      uuid not null,
    opened_by_name text not null,
    opened_at      timestamptz not null,
    check (last_day >= (opened_at at time zone 'Europe/London')::date)
);
create index transfer_list on placements.transfer (opened_at desc, id desc);
comment on table placements.transfer is 'That a commissioner moves placements of one provider to others. Only ever added to.';
comment on column placements.transfer.id is 'plain: key';
comment on column placements.transfer.ref is 'plain: how people name it';
comment on column placements.transfer.provider_id is 'plain: who leaves';
comment on column placements.transfer.reason is 'plain: why, in a word';
comment on column placements.transfer.last_day is 'plain: last day of care for placements whose notice it gave';
comment on column placements.transfer.opened_by is 'plain: account of the commissioner';
comment on column placements.transfer.opened_by_name is 'personal: name of the commissioner';
comment on column placements.transfer.opened_at is 'plain: when';

create table placements.transfer_placement (
    placement_id uuid primary key references placements.placement,
    transfer_id  uuid not null references placements.transfer
);
create index transfer_placement_transfer on placements.transfer_placement (transfer_id);
comment on table placements.transfer_placement is 'Which placements a transfer moves; no placement is in two. Only ever added to.';
comment on column placements.transfer_placement.placement_id is 'plain: the placement that is left';
comment on column placements.transfer_placement.transfer_id is 'plain: the transfer';

create trigger only_added before update or delete on placements.transfer
    for each row execute function placements.refuse_change();
create trigger only_added before update or delete on placements.transfer_placement
    for each row execute function placements.refuse_change();

-- Looked at when the transaction ends: it is the provider's own, and it is being left: by notice while care is still needed, or
-- because the award is to be taken back before it begins.
create function placements.transfer_leaves() returns trigger language plpgsql as $$
begin
    if not exists (select from placements.placement p join placements.transfer t on t.id = new.transfer_id
            join placements.award a on a.id = p.award_id
            left join placements.notice n on n.placement_id = p.id
            where p.id = new.placement_id and p.provider_id = t.provider_id
              and (n.reason in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER') or a.revocation_asked_at is not null)) then
        raise exception 'a transfer holds placements its provider leaves' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger transfer_leaves after insert on placements.transfer_placement
    deferrable initially deferred for each row execute function placements.transfer_leaves();

-- How far each is, from what happened: who else has its calls of today's plan, what is decided, what is advertised.
create view placements.transfer_progress as
    select i.placement_id, k.status in ('ENDED', 'WITHDRAWN') as over,
        (select count(*) from placements.placement_line l join carepackages.report_call c on c.call_line_id = l.call_line_id
            where l.placement_id = p.id and not exists (select from placements.report_standing_line s
                where s.call_line_id = l.call_line_id and s.placement_id <> p.id)) as left_calls,
        (select string_agg(distinct v.name, ', ' order by v.name) from placements.placement_line l
            join placements.report_standing_line s on s.call_line_id = l.call_line_id and s.placement_id <> p.id
            join providers.report_provider v on v.id = s.provider_id where l.placement_id = p.id) as takes,
        (select max(o.agreed_start) from placements.placement_line l
            join placements.report_standing_line s on s.call_line_id = l.call_line_id and s.placement_id <> p.id
            join placements.placement o on o.id = s.placement_id where l.placement_id = p.id) as takes_from,
        (select a.ref from placements.award a where a.care_package_id = p.care_package_id and a.status in ('PROPOSED', 'OFFERED')) as award,
        r.ref as advert, r.deadline
    from placements.transfer_placement i
    join placements.placement p on p.id = i.placement_id
    join carepackages.report_sourcing k on k.care_package_id = p.care_package_id
    left join adverts.report_search r on r.care_package_id = p.care_package_id and r.status = 'OPEN';
