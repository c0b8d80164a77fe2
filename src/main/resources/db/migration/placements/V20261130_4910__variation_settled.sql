-- More hours that a provider declined stay on a list until somebody says, once, what became of them.
alter table placements.variation_event drop constraint variation_event_event_check,
    add constraint variation_event_event_check check (event in ('REQUESTED', 'APPROVED', 'FINANCE_AGREED', 'ACCEPTED', 'AGREED',
        'REJECTED', 'DECLINED', 'CANCELLED', 'UNDONE', 'SETTLED'));
create unique index variation_settled_once on placements.variation_event (variation_id) where event = 'SETTLED';
create index variation_declined on placements.variation (requested_at, id) where status = 'DECLINED';

create function placements.settle_declined() returns trigger language plpgsql as $$
begin
    if not exists (select from placements.variation v where v.id = new.variation_id and v.status = 'DECLINED'
            and v.kinds && array['INCREASE', 'DOUBLE_UP_ON']) then
        raise exception 'only hours that a provider declined are settled' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger settle_declined before insert on placements.variation_event for each row when (new.event = 'SETTLED')
    execute function placements.settle_declined();
