-- Nothing already delivered is priced anew except by a dated adjustment that a second person approved: what has begun may
-- only be ended, from tomorrow at the soonest; what begins must begin after today and come from an approved change.
create function rates.past_stands() returns trigger language plpgsql as $$
declare
    today date := (clock_timestamp() at time zone 'Europe/London')::date;
    adjusts boolean;
    -- Generated columns are not filled in yet, and follow from the others.
    free text[] := array['valid', 'zones', 'lengths', 'day_classes', 'hands'];
begin
    if tg_op = 'DELETE' then
        if lower(old.valid) <= today then
            raise exception 'rates.%: a rate that has begun is never taken away', tg_table_name using errcode = 'check_violation';
        end if;
        return old;
    end if;
    if tg_op = 'UPDATE' then
        if to_jsonb(new) - free <> to_jsonb(old) - free or lower(new.valid) <> lower(old.valid)
            or coalesce(upper(new.valid) <= today, true) or coalesce(upper(new.valid) > upper(old.valid), false) then
            raise exception 'rates.%: a rate may only be ended, from tomorrow at the soonest', tg_table_name
                using errcode = 'check_violation';
        end if;
        return new;
    end if;
    adjusts := coalesce((to_jsonb(new) ->> 'layer')::int, 0) > 0;
    -- An exception prices nothing: bids may be exceptional from the day on which it is opened.
    if not adjusts and lower(new.valid) < (today + case tg_table_name when 'exception' then 0 else 1 end) then
        raise exception 'rates.%: a rate begins after today; the past takes an adjustment', tg_table_name
            using errcode = 'check_violation';
    end if;
    if not exists (select from rates.rate_change c where c.id = new.change_id and c.status = 'APPROVED'
            and (c.kind = 'ADJUSTMENT') = adjusts) then
        raise exception 'rates.%: a rate comes from a change that a second person approved', tg_table_name
            using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger past_stands before insert or update or delete on rates.card_entry
    for each row execute function rates.past_stands();
create trigger past_stands before insert or update or delete on rates.envelope
    for each row execute function rates.past_stands();
create trigger past_stands before insert or update or delete on rates.pledge_effect
    for each row execute function rates.past_stands();
create trigger past_stands before insert or update or delete on rates.published_minimum
    for each row execute function rates.past_stands();
create trigger past_stands before insert or update or delete on rates.exception
    for each row execute function rates.past_stands();
