-- For the rooms whose tables hold increases, so that they need not know how work is stopped.
create function providers.takes_increases(provider uuid) returns boolean language sql stable as $$
    select p.embargo <> 'NEW_WORK_AND_INCREASES' from providers.provider p where p.id = provider
$$;
