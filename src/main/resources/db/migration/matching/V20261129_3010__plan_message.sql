-- What a person had Pontio tell a provider because of a plan: with which hours more it could take packages that now wait.
create table matching.plan_message (
    ref          text primary key check (ref ~ '^MSG-[0-9A-Z]{4}-[0-9A-Z]$'),
    plan_id      uuid not null references matching.plan,
    provider_id  uuid not null references providers.provider,
    provider_ref text not null,
    sent_by      uuid not null,
    sent_by_name text not null check (sent_by_name <> ''),
    sent_at      timestamptz not null,
    unique (plan_id, provider_id)
);
comment on table matching.plan_message is 'Messages to providers that a person approved; what they say follows from the plan. Only ever added to.';
comment on column matching.plan_message.ref is 'plain: how people name it';
comment on column matching.plan_message.plan_id is 'plain: the plan it follows from';
comment on column matching.plan_message.provider_id is 'plain: who was told';
comment on column matching.plan_message.provider_ref is 'plain: the same, as the plan names it';
comment on column matching.plan_message.sent_by is 'plain: account of the person who approved it';
comment on column matching.plan_message.sent_by_name is 'personal: name of that person';
comment on column matching.plan_message.sent_at is 'plain: when';

-- Of a plan of things as they are, which says that these hours alone would place something with this provider.
create function matching.plan_message_follows() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        raise exception 'what was told to a provider stays' using errcode = 'check_violation';
    end if;
    if not exists (select from matching.plan p
            join matching.plan_way w on w.plan_id = p.id and w.provider_ref = new.provider_ref and w.rule is null
            join matching.plan_way_hours h on h.plan_id = w.plan_id and h.package_ref = w.package_ref and h.place = w.place
            join providers.provider v on v.id = new.provider_id and v.ref = new.provider_ref
            where p.id = new.plan_id and p.worth is not null and p.closed = '' and p.patch = '' and p.extra_pence = 0
              and p.extra_days = 0 and p.extra_window = 0) then
        raise exception 'a message follows from a plan of things as they are' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger plan_message_follows before insert or update or delete on matching.plan_message
    for each row execute function matching.plan_message_follows();
