-- Handbacks are counted with their reason.
drop function placements.report_handback_known(timestamptz);
create function placements.report_handback_known(known timestamptz)
returns table (placement_id uuid, given_on date, reason text)
language sql stable as $$
    select n.placement_id, n.given_on, n.handback from placements.notice n where n.reason = 'HANDBACK' and n.at <= known
$$;
