-- How a placement ends: by notice from the provider or the council, or at once.
alter table placements.placement drop constraint placement_status_check,
    add constraint placement_status_check check (status in ('PENDING_START', 'LIVE', 'NOTICE_GIVEN', 'ENDED', 'REVOKED')),
    add check (status <> 'NOTICE_GIVEN' or first_visit_at is not null),
    -- Care does not end before it has begun: the first day without it is after the first visit.
    add check (ended_on > (first_visit_at at time zone 'Europe/London')::date) not valid;
comment on column placements.placement.end_reason is 'personal: why it ended, a code or in words';

create table placements.notice (
    placement_id uuid primary key references placements.placement,
    reason       text not null check (reason in ('NOT_NEEDED', 'CARE_HOME', 'MOVED', 'HANDBACK', 'PROVIDER_FAILURE')),
    handback     text check (handback in ('NO_WORKERS', 'TOO_FAR', 'NEEDS_CHANGED', 'SAFETY', 'RATE', 'CLOSING')),
    note         text not null,
    days         int not null check (days >= 0),
    given_on     date not null,
    ends_on      date not null,
    by_account   uuid not null,
    by_name      text not null,
    at           timestamptz not null,
    check ((reason = 'HANDBACK') = (handback is not null)),
    check (ends_on > given_on + days)
);
comment on table placements.notice is 'That a provider hands care back or the council ends it on a later day. Only ever added to.';
comment on column placements.notice.placement_id is 'plain: which placement';
comment on column placements.notice.reason is 'personal: why care ends';
comment on column placements.notice.handback is 'plain: why the provider hands it back';
comment on column placements.notice.note is 'personal: the same in words';
comment on column placements.notice.days is 'plain: days of notice that applied';
comment on column placements.notice.given_on is 'plain: on which day';
comment on column placements.notice.ends_on is 'plain: first day without care, once somebody else cares or the risk is signed for';
comment on column placements.notice.by_account is 'plain: account that gave it';
comment on column placements.notice.by_name is 'personal: name of that person';
comment on column placements.notice.at is 'plain: when';

create table placements.risk_decision (
    placement_id uuid primary key references placements.notice,
    reason       text not null check (reason <> ''),
    by_account   uuid not null,
    by_name      text not null,
    at           timestamptz not null
);
comment on table placements.risk_decision is 'A commissioner signs that care may end before anybody else is there. Only ever added to.';
comment on column placements.risk_decision.placement_id is 'plain: which placement';
comment on column placements.risk_decision.reason is 'personal: why the risk is taken and how the person is safe';
comment on column placements.risk_decision.by_account is 'plain: account of the commissioner';
comment on column placements.risk_decision.by_name is 'personal: name of the commissioner';
comment on column placements.risk_decision.at is 'plain: when';

create trigger only_added before update or delete on placements.notice
    for each row execute function placements.refuse_change();
create trigger only_added before update or delete on placements.risk_decision
    for each row execute function placements.refuse_change();

-- Calls of a provider that leaves may be given to another, but not from a day on which the first still has them.
create index placement_line_call on placements.placement_line (call_line_id);
create function placements.waits_for_the_one_that_leaves() returns trigger language plpgsql as $$
begin
    if exists (select from placements.placement_line l
            join placements.placement p on p.id = l.placement_id and p.status = 'NOTICE_GIVEN'
            join placements.notice n on n.placement_id = p.id
            join placements.placement mine on mine.id = new.placement_id
            where l.call_line_id = new.call_line_id and l.placement_id <> new.placement_id
              and mine.agreed_start < n.ends_on) then
        raise exception 'another provider still has the call' using errcode = 'exclusion_violation';
    end if;
    return new;
end $$;
create trigger waits_for_the_one_that_leaves before insert on placements.placement_line
    for each row execute function placements.waits_for_the_one_that_leaves();
