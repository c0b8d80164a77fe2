-- A person may stop a plan while what would let in the packages left out is being tried: what was not tried is not told.
alter table matching.plan
    add column to_try int not null default 0,
    add column tried int not null default 0,
    add constraint plan_tried check (tried between 0 and to_try);
alter table matching.plan_row
    add column tried boolean not null default true,
    add constraint plan_row_placed_needs_no_way check (tried or provider_ref is null);
comment on column matching.plan.to_try is 'plain: packages left out for which ways in are sought, once the plan itself is made';
comment on column matching.plan.tried is 'plain: how many of them are done';
comment on column matching.plan_row.tried is 'plain: all that could let it in was tried; not so where the plan was stopped before';
