-- Of each kind the accepted evidence that lasts longest decides. Once something newer waits for the council, its provider has done
-- its part and is not asked for it again.
create view providers.evidence_in_force as
select distinct on (e.provider_id, e.kind) e.id, e.provider_id, e.kind, e.expires_on,
    exists (select from providers.evidence n
        where n.provider_id = e.provider_id and n.kind = e.kind and n.about is null and n.review = 'WAITING'
          and n.scan <> 'INFECTED' and (n.expires_on is null or n.expires_on > e.expires_on)) as newer_shown
from providers.evidence e
where e.review = 'ACCEPTED' and e.about is null
order by e.provider_id, e.kind, e.expires_on desc nulls first, e.id;
