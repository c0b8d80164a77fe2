-- A micro-enterprise may ask for a start-up grant itself, one after the other.
alter table providers.micro_grant add by_itself boolean not null default false;
comment on column providers.micro_grant.by_itself is 'plain: the micro-enterprise asked itself, not the council for it';
create unique index micro_grant_one_own_waiting on providers.micro_grant (provider_id) where by_itself and status = 'APPLIED';
