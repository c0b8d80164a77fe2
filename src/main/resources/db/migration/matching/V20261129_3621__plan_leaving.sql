-- Packages whose provider leaves stand in a plan too, apart from those that wait: they are cared for until a day.
alter table matching.plan_row
    add column needed_from date,
    add constraint plan_row_leaves check ((status = 'LEAVING') = (needed_from is not null));
comment on column matching.plan_row.needed_from is 'plain: first day without the provider that leaves; none of a package that waits';
