-- The training standard is changed for days to come and never for those that were judged by it.
alter table providers.training_course add changed_by uuid, add changed_by_name text;
comment on column providers.training_course.changed_by is 'plain: account that added or ended it; none for the first ones';
comment on column providers.training_course.changed_by_name is 'personal: name of that person';
alter table providers.workforce_rule add changed_by uuid, add changed_by_name text;
comment on column providers.workforce_rule.changed_by is 'plain: account that set it; none for the first ones';
comment on column providers.workforce_rule.changed_by_name is 'personal: name of that person';

create function providers.standard_ahead() returns trigger language plpgsql as $$
declare
    today date := (clock_timestamp() at time zone 'Europe/London')::date;
    free text[] := array['until_on', 'changed_by', 'changed_by_name'];
begin
    if tg_op = 'INSERT' then
        if new.from_on <= today then
            raise exception 'providers.%: a standard begins after today', tg_table_name using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' then
        raise exception 'providers.%: a standard is ended, never taken away', tg_table_name using errcode = 'check_violation';
    end if;
    if to_jsonb(new) - free <> to_jsonb(old) - free or tg_table_name <> 'training_course'
        or (to_jsonb(old) ->> 'until_on') is not null or coalesce((to_jsonb(new) ->> 'until_on')::date <= today, true) then
        raise exception 'providers.%: a course may only be ended, once and after today', tg_table_name
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger standard_ahead before insert or update or delete on providers.training_course
    for each row execute function providers.standard_ahead();
create trigger standard_ahead before insert or update or delete on providers.workforce_rule
    for each row execute function providers.standard_ahead();
