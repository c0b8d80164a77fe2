-- Awards for bids that are wanted only together are made, offered, answered and taken back together.
alter table placements.award add column together uuid;
comment on column placements.award.together is 'plain: the same for awards that stand and fall together; none for an award by itself';
create index award_together on placements.award (together) where together is not null;

-- Looked at when the transaction ends. Who else changes one of them at the same moment waits here, and then sees what the
-- other did.
create function placements.stand_together() returns trigger language plpgsql as $$
declare
    wanted record;
    states int;
    awards int;
    others int;
begin
    if new.together is null then
        if tg_op = 'INSERT' and exists (select from bidding.bid b join bidding.bundle_bid t on t.id = b.bundle_bid_id
                where b.id = new.bid_id and t.only_together) then
            raise exception 'this bid is awarded only together with others' using errcode = 'check_violation',
                constraint = 'award_only_together';
        end if;
        return null;
    end if;
    select t.* into wanted from bidding.bid b join bidding.bundle_bid t on t.id = b.bundle_bid_id where b.id = new.bid_id for update of t;
    select count(distinct a.status), count(*), count(*) filter (where b.bundle_bid_id is distinct from wanted.id)
        into states, awards, others
        from placements.award a left join bidding.bid b on b.id = a.bid_id where a.together = new.together;
    if wanted.id is null or others > 0 or awards <> wanted.bids or states > 1 then
        raise exception 'these awards stand and fall together' using errcode = 'check_violation', constraint = 'awards_stand_together';
    end if;
    return null;
end $$;
create constraint trigger stand_together_made after insert on placements.award
    deferrable initially deferred for each row when (new.bid_id is not null) execute function placements.stand_together();
create constraint trigger stand_together_moved after update on placements.award
    deferrable initially deferred for each row when (new.together is not null and new.status <> old.status)
    execute function placements.stand_together();
