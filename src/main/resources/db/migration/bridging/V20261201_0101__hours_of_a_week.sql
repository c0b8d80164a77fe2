-- Nobody needs more hours than a week has: 200 typed for 20 would stand, since what was ended is not edited. What stands already stays.
alter table bridging.enablement_episode add constraint enablement_hours_of_a_week check (minutes_after <= 10080) not valid;
