-- The patch is held still whether it is retired or not: a move into it and its retirement, both under way, would otherwise
-- not see each other, for a foreign key does not mind that another column of the row changes.
create or replace function areas.community_needs_a_patch() returns trigger language plpgsql as $$
declare
    retired timestamptz;
begin
    select l.retired_at into retired from areas.locality l where l.code = new.locality for share;
    if retired is not null then
        raise exception '% is retired', new.locality using errcode = 'check_violation', constraint = 'community_in_use';
    end if;
    return new;
end $$;
