-- With wider windows supposed, a package may be placed by hours of another part of the day: which, is told beside it.
create table matching.plan_row_hours (
    plan_id          uuid not null,
    package_ref      text not null,
    part             text not null check (part in ('MORNING', 'LUNCH', 'TEA', 'BED', 'NIGHT')),
    workers          smallint not null check (workers in (1, 2)),
    user_minutes     int not null check (user_minutes > 0),
    primary key (plan_id, package_ref, part, workers),
    foreign key (plan_id, package_ref) references matching.plan_row
);
comment on table matching.plan_row_hours is 'Hours that a placed package takes where calls lie at other parts of the day than asked.';
comment on column matching.plan_row_hours.plan_id is 'plain: which plan';
comment on column matching.plan_row_hours.package_ref is 'plain: which package';
comment on column matching.plan_row_hours.part is 'plain: part of the day';
comment on column matching.plan_row_hours.workers is 'plain: workers who must be there at once';
comment on column matching.plan_row_hours.user_minutes is 'plain: user minutes a week, as providers declare them';
