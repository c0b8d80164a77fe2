-- A night belongs to the day of its evening; times up to six are then on the next day.
alter table visits.rota_call drop constraint rota_critical_in_window,
    add constraint rota_critical_in_window check (not time_critical or starts between window_from and window_to
        or (band = 'NIGHT' and window_to <= '06:00' and (starts <= window_to or (window_from > '06:00' and starts >= window_from))));
comment on column visits.rota_call.day is 'plain: day of the call; a night belongs to that of its evening';
comment on column visits.rota_call.starts is 'plain: when it is to begin, by the clock on the wall; of a night, up to 06:00 is on the next day';
