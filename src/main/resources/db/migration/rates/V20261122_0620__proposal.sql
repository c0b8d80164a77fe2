-- New rates for placements that are running: worked out, saved with all they would change, decided by a second person.
create table rates.proposal (
    id               uuid primary key,
    ref              text not null unique,
    kind             text not null check (kind in ('SIMPLIFICATION', 'UPLIFT')),
    status           text not null check (status in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    grouping         text check (grouping in ('ZONE_LENGTH', 'ZONE', 'LENGTH', 'ONE')),
    basis            text check (basis in ('MEAN', 'CARD', 'HIGHEST')),
    target           int check (target between 1 and 50),
    percent          numeric(5, 2) check (percent between -50 and 50 and percent <> 0),
    pounds           numeric(6, 2) check (pounds between -20 and 20 and pounds <> 0),
    service          text check (service in ('SESSIONAL', 'WAKING_NIGHT')),
    zone             text check (zone in ('TOWN', 'RURAL', 'DEEP_RURAL')),
    from_on          date not null,
    reason           text not null check (reason <> ''),
    proposed_by      uuid not null,
    proposed_by_name text not null,
    proposed_at      timestamptz not null,
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    decision_reason  text,
    changed          int check (changed >= 0),
    version          bigint not null default 0,
    check ((kind = 'SIMPLIFICATION') = (grouping is not null and basis is not null and target is not null)),
    check ((kind = 'UPLIFT') = (num_nonnulls(percent, pounds) = 1)),
    check (from_on > (proposed_at at time zone 'Europe/London')::date),
    check ((status = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_by_name is null)),
    check ((status = 'WITHDRAWN') = (decided_by is not distinct from proposed_by)),
    check (status <> 'REFUSED' or decision_reason <> ''),
    check ((status = 'APPROVED') = (changed is not null))
);
create index proposal_list on rates.proposal (proposed_at desc, id desc);
comment on table rates.proposal is 'A proposal of new rates for running placements: fewer of them, or an uplift.';
comment on column rates.proposal.id is 'plain: key';
comment on column rates.proposal.ref is 'plain: reference people use';
comment on column rates.proposal.kind is 'plain: fewer rates, or an uplift';
comment on column rates.proposal.status is 'plain: where it stands';
comment on column rates.proposal.grouping is 'plain: which placements get one rate';
comment on column rates.proposal.basis is 'plain: how the rate of a group is found';
comment on column rates.proposal.target is 'plain: how many rates at most';
comment on column rates.proposal.percent is 'plain: per cent of an uplift';
comment on column rates.proposal.pounds is 'plain: pounds a worker''s hour of an uplift';
comment on column rates.proposal.service is 'plain: kind of care of an uplift; none means all';
comment on column rates.proposal.zone is 'plain: zone of an uplift; none means all';
comment on column rates.proposal.from_on is 'plain: first day of the new rates';
comment on column rates.proposal.reason is 'personal: why, in the proposer''s words';
comment on column rates.proposal.proposed_by is 'plain: account that proposed';
comment on column rates.proposal.proposed_by_name is 'personal: name of that member of staff';
comment on column rates.proposal.proposed_at is 'plain: when';
comment on column rates.proposal.decided_by is 'plain: account of the second person, or of the proposer who took it back';
comment on column rates.proposal.decided_by_name is 'personal: name of that member of staff';
comment on column rates.proposal.decided_at is 'plain: when';
comment on column rates.proposal.decision_reason is 'personal: why it was refused, in words';
comment on column rates.proposal.changed is 'plain: how many placements got a new rate at approval';
comment on column rates.proposal.version is 'plain: optimistic lock';

create table rates.proposal_line (
    proposal_id   uuid not null references rates.proposal,
    placement_id  uuid not null,
    placement_ref text not null,
    provider_id   uuid not null references providers.provider,
    zone          text not null check (zone in ('TOWN', 'RURAL', 'DEEP_RURAL')),
    length        text not null check (length in ('UNDER_30', 'FROM_30', 'FROM_45', 'FROM_60')),
    service       text not null check (service in ('SESSIONAL', 'WAKING_NIGHT')),
    user_minutes  int not null check (user_minutes > 0),
    carer_minutes int not null check (carer_minutes >= user_minutes),
    old_rate      numeric(8, 2) not null check (old_rate > 0),
    new_rate      numeric(8, 2) not null check (new_rate > 0),
    primary key (proposal_id, placement_id)
);
comment on table rates.proposal_line is 'What a proposal does to each placement, as it was worked out; only ever added to.';
comment on column rates.proposal_line.proposal_id is 'plain: the proposal';
comment on column rates.proposal_line.placement_id is 'plain: the placement';
comment on column rates.proposal_line.placement_ref is 'plain: its reference';
comment on column rates.proposal_line.provider_id is 'plain: who delivers';
comment on column rates.proposal_line.zone is 'plain: zone of its locality';
comment on column rates.proposal_line.length is 'plain: mean length of its visits';
comment on column rates.proposal_line.service is 'plain: waking night if all its calls are at night';
comment on column rates.proposal_line.user_minutes is 'plain: what the person receives, a week';
comment on column rates.proposal_line.carer_minutes is 'plain: what workers spend, a week; this is paid';
comment on column rates.proposal_line.old_rate is 'plain: pounds a worker''s hour on the day before';
comment on column rates.proposal_line.new_rate is 'plain: pounds a worker''s hour from then on';

create function rates.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rates.% is only ever added to', tg_table_name using errcode = 'check_violation';
end $$;
create trigger only_added before update or delete on rates.proposal_line
    for each row execute function rates.refuse_change();

-- A decision is taken once.
create function rates.decided_once() returns trigger language plpgsql as $$
begin
    if old.status <> 'PROPOSED' then
        raise exception 'rates.%: decided already', tg_table_name using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger decided_once before update on rates.proposal for each row execute function rates.decided_once();
create trigger decided_once before update on rates.rate_change for each row execute function rates.decided_once();
