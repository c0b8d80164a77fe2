-- Of two managers, or windows, that change what the public is told the second is told of the first.
alter table providers.public_entry add version int not null default 1;
comment on column providers.public_entry.version is 'plain: counts the changes';
