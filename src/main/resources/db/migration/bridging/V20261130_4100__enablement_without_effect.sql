-- A person may die while enablement runs: it is over then, and what it came to is nobody's guess.
alter table bridging.enablement_episode drop constraint enablement_episode_check2;
alter table bridging.enablement_episode add constraint enablement_episode_check2
    check (num_nonnulls(ended_on, ended_by, ended_by_name) in (0, 3) and (minutes_after is null or ended_on is not null));
comment on column bridging.enablement_episode.minutes_after is 'plain: user minutes a week needed when it was over; none while it runs, or where the person died';
comment on column bridging.enablement_episode.effect is 'plain: mitigated where no care is needed any more, reduced, maintained, or increased; none where the person died';
