-- What was agreed at acceptance stays in the service order. What was agreed later stands here, each from its day.
create table placements.order_version (
    id           bigint generated always as identity primary key,
    placement_id uuid not null references placements.placement,
    cause        text not null,
    from_on      date not null,
    issued_at    timestamptz not null,
    snapshot     jsonb not null,
    seal         text not null check (seal = encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex')),
    unique (placement_id, cause, from_on)
);
create index order_version_day on placements.order_version (placement_id, from_on desc, id desc);
create trigger never_changed before update or delete on placements.order_version
    for each row execute function placements.refuse_change();
comment on table placements.order_version is 'The service order as it was agreed anew, from a day on, never changed afterwards.';
comment on column placements.order_version.id is 'plain: order of issue';
comment on column placements.order_version.placement_id is 'plain: the placement';
comment on column placements.order_version.cause is 'plain: reference of the change it came from';
comment on column placements.order_version.from_on is 'plain: first day on which it is in force';
comment on column placements.order_version.issued_at is 'plain: when';
comment on column placements.order_version.snapshot is 'personal: calls with their tasks, rate, dates and scores';
comment on column placements.order_version.seal is 'plain: SHA-256 of the snapshot’s text';

create function placements.order_on(placement uuid, day date) returns jsonb language sql stable as $$
    select coalesce(
        (select v.snapshot from placements.order_version v where v.placement_id = placement and v.from_on <= day
            order by v.from_on desc, v.id desc limit 1),
        (select o.snapshot from placements.service_order o where o.placement_id = placement))
$$;
