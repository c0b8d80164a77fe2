alter table matching.plan add column offered int not null default 0 check (offered >= 0);
comment on column matching.plan.offered is 'plain: packages left to a provider whose award for them waits for an answer; planned for nobody';
