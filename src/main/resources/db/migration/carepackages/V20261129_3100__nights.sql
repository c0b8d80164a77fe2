-- A night belongs to the day of its evening. Its window may end on the next day: times up to six are then in the morning.
alter table carepackages.call_line drop constraint call_line_check1,
    add constraint call_line_window check (window_from < window_to
        or (band = 'NIGHT' and window_from > '06:00' and window_to <= '06:00')),
    -- The window says when a call begins. One that is over by ten in the morning was not meant as the length of a sit.
    add constraint call_line_night_over check (band <> 'NIGHT' or window_to > '06:00'
        or extract(hour from window_to) * 60 + extract(minute from window_to) + minutes <= 600) not valid;
comment on column carepackages.call_line.window_from is
    'plain: the call begins no earlier; none means anywhere in its part of the day. At night, up to 06:00 is on the next day';
comment on column carepackages.call_line.window_to is 'plain: the call begins no later. At night, up to 06:00 is on the next day';

-- When a time of a part of the day is, for a call of a day.
create function carepackages.moment_of(day date, band text, clock time) returns timestamptz language sql stable as $$
    select (day + clock + case when band = 'NIGHT' and clock <= '06:00' then interval '1 day' else interval '0' end) at time zone 'Europe/London'
$$;
create or replace function carepackages.band_end(band text) returns time language sql immutable as $$
    select case band when 'MORNING' then time '11:00' when 'LUNCH' then time '15:00' when 'TEA' then time '19:00'
        when 'BED' then time '23:00' else time '06:00' end
$$;
