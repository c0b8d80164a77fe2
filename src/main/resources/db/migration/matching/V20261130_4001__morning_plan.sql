-- Brokers find a plan when they come in. One a day, whatever the number of nodes; nobody asked for it.
alter table matching.plan
    alter asked_by drop not null,
    alter asked_by_name drop not null,
    add morning date unique,
    add check ((asked_by is null) = (morning is not null) and (asked_by_name is null) = (morning is not null));
comment on column matching.plan.morning is 'plain: day for whose morning it was made by itself; none for one that somebody asked for';
