-- How much the pledge counts in a provider's rating (ADR 0018). Dated, so that a round already scored can be explained.
create table providers.pledge_quality (
    from_on date primary key,
    weight  int not null check (weight between 0 and 4),
    bronze  numeric(5, 2) not null check (bronze between 0 and 100),
    silver  numeric(5, 2) not null check (silver between 0 and 100),
    gold    numeric(5, 2) not null check (gold between 0 and 100),
    check (bronze <= silver and silver <= gold)
);
comment on table providers.pledge_quality is 'The council''s setting for the pledge in the quality of bids; the latest row not after a round''s deadline holds.';
comment on column providers.pledge_quality.from_on is 'plain: first day';
comment on column providers.pledge_quality.weight is 'plain: how often it counts beside the regulator (1), the council (1) and the visits (2); nought means not at all';
comment on column providers.pledge_quality.bronze is 'plain: points of a hundred for bronze';
comment on column providers.pledge_quality.silver is 'plain: points of a hundred for silver';
comment on column providers.pledge_quality.gold is 'plain: points of a hundred for gold';
insert into providers.pledge_quality values ('2021-04-01', 0, 60, 80, 100);
