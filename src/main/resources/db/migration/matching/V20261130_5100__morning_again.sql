-- A morning whose plan broke off, with its node or by a fault, is not left without one. Who stopped it wanted none.
alter table matching.plan drop constraint plan_morning_key;
create unique index plan_morning_key on matching.plan (morning) where state <> 'FAILED' or stop_asked;
