package cymru.pontio.demo;

import java.sql.SQLException;

/**
 * What came of the calls of the last month and of this one, up to the fortnight that is read behind the pages. Each visit here
 * was made for one call, so it is found by its planned time; what somebody had to look at was looked at long ago.
 */
final class ReadingRows {
    private static final String READINGS = """
            insert into visits.reading (day, care_package_id, provider_id, placement_id, locality, person_key, call_line_id, visit_id,
                outcome, remarks, critical, essential, punctual, minutes_due, minutes, workers_due, workers, read_at)
            with day as (
                select (date_trunc('month', :today) - interval '1 month')::date as first,
                    (select max(visit_date) from visits.visit where visit_date > :today - 7) - 14 as last),
            came as (
                select v.* from visits.visit v, day where v.visit_date between day.first and day.last and v.superseded_at is null
                  and v.status <> 'UNPLANNED'),
            called as (
                select c.*, v.id as visit_id, v.status, v.reason, v.user_minutes, v.workers as came, v.planned_start, v.actual_start,
                    (c.day + coalesce(c.window_from, carepackages.band_start(c.band))) at time zone 'Europe/London' as opens,
                    (c.day + coalesce(c.window_to, carepackages.band_end(c.band))) at time zone 'Europe/London' as closes
                from day cross join lateral placements.report_calls_on(day.first, day.last) c
                left join came v on v.placement_id = c.placement_id and v.visit_date = c.day
                    and (v.planned_start at time zone 'Europe/London')::time
                        between coalesce(c.window_from, carepackages.band_start(c.band)) and coalesce(c.window_to, carepackages.band_end(c.band))),
            timed as (
                select *, case when status = 'DELIVERED' then case when time_critical
                    then abs(extract(epoch from actual_start - planned_start)) <= 1800
                    else actual_start between opens and closes end end as punctual
                from called)
            select day, care_package_id, provider_id, placement_id, locality, person_key, call_line_id, visit_id,
                case when suspended then 'NOT_DUE' when visit_id is null then 'NOT_REPORTED' when status = 'DELIVERED' then 'MET'
                    when status in ('MISSED', 'FRUSTRATED') then status else 'CANCELLED' end,
                array_remove(array[
                    case when not punctual then case when time_critical then 'NOT_PUNCTUAL' else 'OUT_OF_BAND' end end,
                    case when status = 'DELIVERED' and user_minutes * 100 < minutes * 80 then case when reason = '' then 'SHORT' else 'SHORT_WITH_REASON' end end,
                    case when status = 'DELIVERED' and user_minutes > minutes + 30 then 'LONG' end,
                    case when status = 'DELIVERED' and came < workers then 'ONE_WORKER' end], null),
                time_critical, tier <> 'FLEXIBLE', punctual, minutes, case when status = 'DELIVERED' then user_minutes else 0 end, workers,
                case when status = 'DELIVERED' then came else 0 end,
                least(:now, (day + 3 + time '05:40') at time zone 'Europe/London')
            from timed
            union all
            select v.visit_date, v.care_package_id, v.provider_id, v.placement_id, v.locality, v.person_id, null, v.id, 'POP_BACK', '{}',
                false, false, null, 0, v.user_minutes, 0, v.workers,
                least(:now, (v.visit_date + 3 + time '05:40') at time zone 'Europe/London')
            from visits.visit v, day where v.visit_date between day.first and day.last and v.superseded_at is null
              and v.status = 'UNPLANNED'
            order by 1, 2, 7, 8""";

    /** A small agency without call monitoring types its visits from paper. */
    private static final String PAPER = """
            update %s set by_hand = true where provider_id = (select p.id from providers.provider p
                join placements.placement o on o.provider_id = p.id and o.status = 'LIVE'
                where p.kind = 'AGENCY' group by p.id, p.ref order by count(*), p.ref limit 1)""";

    private static final String SUMS = """
            update visits.delivered d set by_hand = t.visits
            from (
                select c.period, c.starts_on, v.locality, v.provider_id, v.kind, v.care_package_id, v.person_id, count(*) as visits
                from visits.visit v
                cross join lateral (values ('MONTH', date_trunc('month', v.visit_date::timestamp)::date),
                    ('WEEK', date_trunc('week', v.visit_date::timestamp)::date)) c (period, starts_on)
                where v.by_hand and v.superseded_at is null and v.status in ('DELIVERED', 'UNPLANNED')
                    and v.visit_date > :today - 100
                group by 1, 2, 3, 4, 5, 6, 7) t
            where d.period = t.period and d.starts_on = t.starts_on and d.locality = t.locality and d.provider_id = t.provider_id
                and d.kind = t.kind and d.care_package_id = t.care_package_id and d.person_key = t.person_id""";

    private ReadingRows() {}

    static void write(Moments moments) throws SQLException {
        moments.run(READINGS);
        for (String month : moments.months(2)) moments.run(PAPER.formatted("visits.visit_" + month));
        moments.run(SUMS);
    }
}
