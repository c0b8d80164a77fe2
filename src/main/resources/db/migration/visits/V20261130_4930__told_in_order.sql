-- Whoever was told of a change of a call knows what came of those before it: no earlier one waits to be told.
update visits.rota_change h set told = l.told, told_at = l.told_at, told_by = l.told_by
from visits.rota_change l
where h.told is null and l.id = (select min(n.id) from visits.rota_change n
    where n.rota_call_id = h.rota_call_id and n.id > h.id and n.told is not null);

create function visits.rota_told_in_order() returns trigger language plpgsql as $$
begin
    if exists (select from visits.rota_change h where h.rota_call_id = new.rota_call_id and h.id < new.id and h.told is null) then
        raise exception 'changes of a call before the one that was told are told as well' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger rota_told_in_order after insert or update on visits.rota_change for each row when (new.told is not null)
    execute function visits.rota_told_in_order();
