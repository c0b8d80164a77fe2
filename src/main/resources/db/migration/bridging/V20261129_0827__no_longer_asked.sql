-- A request whose package is over is answered by itself.
alter table bridging.episode drop constraint episode_answer_reason_check,
    add constraint episode_answer_reason_check check (answer_reason in ('CAPACITY', 'SKILLS', 'DISTANCE', 'SAFETY', 'OVER'));
