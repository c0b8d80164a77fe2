-- Providers get a reference people can read out, as packages and bids have. Existing rows get theirs by the same rule as
-- kernel.Reference; new ones bring their own.
create function pg_temp.provider_reference() returns text language plpgsql as $$
declare
    alphabet constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    body text := '';
    sum int := ascii('P') + ascii('R') + ascii('V');
begin
    for i in 0..3 loop
        body := body || substr(alphabet, 1 + floor(random() * 32)::int, 1);
        sum := (sum * 3 + (strpos(alphabet, substr(body, i + 1, 1)) - 1) * (i + 2)) % 31;
    end loop;
    return 'PRV-' || body || '-' || substr(alphabet, sum + 1, 1);
end $$;

alter table providers.provider add ref text;
do $$
begin
    -- One by one, because two of many could draw the same.
    while exists (select from providers.provider where ref is null) loop
        update providers.provider p set ref = drawn.ref
        from (select id, pg_temp.provider_reference() as ref from providers.provider where ref is null limit 1) drawn
        where p.id = drawn.id and not exists (select from providers.provider o where o.ref = drawn.ref);
    end loop;
end $$;
alter table providers.provider alter ref set not null, add unique (ref), add check (ref ~ '^PRV-[0-9A-Z]{4}-[0-9A-Z]$');
comment on column providers.provider.ref is 'plain: what people call it by in addresses of pages';
