-- Sharing a package lifts nobody's limit of four people: on the first day of a shared part of personal care a micro-enterprise has as
-- many people of its own in personal care as packages whose personal care it shares, in whatever network. Whoever shares waits for
-- the one before. When somebody's help ends, the part may outlast it until it is ended too, so an end is never refused.
create function providers.micro_shared_counted() returns trigger language plpgsql as $$
declare
    packages bigint;
    people   bigint;
begin
    if new.help <> 'PERSONAL_CARE' or new.until_day = new.from_day
       or tg_op = 'UPDATE' and (new.provider_id, new.package_ref, new.help, new.from_day)
            = (old.provider_id, old.package_ref, old.help, old.from_day)
          and coalesce(new.until_day, 'infinity') <= coalesce(old.until_day, 'infinity') then
        return null;
    end if;
    perform from providers.micro_enterprise where provider_id = new.provider_id for no key update;
    people := providers.micro_people_on(new.provider_id, new.from_day);
    select count(distinct s.package_ref) into packages from providers.micro_shared s
    where s.provider_id = new.provider_id and s.help = 'PERSONAL_CARE' and s.from_day <= new.from_day
      and (s.until_day is null or s.until_day > new.from_day);
    if packages > people then
        raise exception '% shares the personal care of % packages and has % people', new.provider_id, packages, people
            using errcode = 'check_violation', constraint = 'micro_shared_counted';
    end if;
    return null;
end $$;
create constraint trigger micro_shared_counted after insert or update on providers.micro_shared
    deferrable initially deferred for each row execute function providers.micro_shared_counted();
