-- What would let a package in is told so that it can be done: which hours, what exactly stands in the way, and who has said no there before.
create table matching.plan_way_hours (
    plan_id          uuid not null,
    package_ref      text not null,
    place            smallint not null,
    part             text not null check (part in ('MORNING', 'LUNCH', 'TEA', 'BED', 'NIGHT')),
    workers          smallint not null check (workers in (1, 2)),
    user_minutes     int not null check (user_minutes > 0),
    primary key (plan_id, package_ref, place, part, workers),
    foreign key (plan_id, package_ref, place) references matching.plan_way
);
comment on table matching.plan_way_hours is 'Hours that the provider of a way in would have to declare more.';
comment on column matching.plan_way_hours.plan_id is 'plain: which plan';
comment on column matching.plan_way_hours.package_ref is 'plain: which package';
comment on column matching.plan_way_hours.place is 'plain: which of its ways in';
comment on column matching.plan_way_hours.part is 'plain: part of the day';
comment on column matching.plan_way_hours.workers is 'plain: workers who must be there at once';
comment on column matching.plan_way_hours.user_minutes is 'plain: user minutes a week, as providers declare them';

alter table matching.plan_way
    add column provider_ref text not null default '',
    add column because text,
    add column found text[] not null default '{}',
    add column said_times int check (said_times > 0),
    add column said_band text,
    add column said_reason text,
    add check (num_nulls(said_times, said_band, said_reason) in (0, 3));
comment on column matching.plan_way.provider_ref is 'plain: reference of the provider';
comment on column matching.plan_way.because is 'plain: what the hard rule found; none in plans made before this was kept';
comment on column matching.plan_way.found is 'plain: the days, rates or tasks of that finding';
comment on column matching.plan_way.said_times is 'plain: how often the provider declined rounds there within a year';
comment on column matching.plan_way.said_band is 'plain: for which part of the day most often';
comment on column matching.plan_way.said_reason is 'plain: the reason given most';

alter table matching.plan_row
    add column unbid int not null default 0 check (unbid >= 0),
    add column said_times int check (said_times > 0),
    add column said_band text,
    add column said_reason text,
    add check (num_nulls(said_times, said_band, said_reason) in (0, 3));
comment on column matching.plan_row.unbid is 'plain: rounds of this package that closed without a bid within a year';
comment on column matching.plan_row.said_times is 'plain: how often the provider declined rounds there within a year';
comment on column matching.plan_row.said_band is 'plain: for which part of the day most often';
comment on column matching.plan_row.said_reason is 'plain: the reason given most';
