package cymru.pontio.demo;

import java.sql.SQLException;

/** Times of enablement: a few that run, and a year of those that ended, most with fewer hours needed than before. */
final class EnablementRows {
    /** Whoever needs nothing any more has no package; whoever needs less has the package of today. */
    private static final String BEGUN = """
            create temp table demo_enabled on commit drop as
            select k.id, k.locality, k.text_language, k.n, k.minutes, i.id as by_account, i.name as by_name, r.ref,
                case when k.n % 4 = 0 then :today - 9 - 2 * (k.n % 13)::int else :today - 45 - 7 * k.n::int end as day
            from (
                select c.id, c.locality, c.text_language, c.user_minutes_week as minutes,
                    row_number() over (order by md5(c.ref)) as n
                from carepackages.care_package c
                where c.status = 'LIVE' and c.approved_at < :now - interval '1 year') k
            join demo_ref r on r.prefix = 'ENB' and r.n = k.n
            cross join (select id, name from identity.account where username = 'inhouse@pontio.example') i
            where k.n <= 40""";

    private static final String EPISODES = """
            insert into bridging.enablement_episode (id, ref, care_package_id, locality, started_on, planned_end, minutes_before,
                ended_on, minutes_after, started_by, started_by_name, ended_by, ended_by_name)
            select md5('enabled ' || ref)::uuid, ref, id, locality, day, day + 42,
                case when n % 4 = 0 or n % 8 = 3 then minutes else least(minutes * (2 + n::int % 4), minutes + 840) end,
                case when n % 4 <> 0 then day + 28 + n::int % 15 end, case when n % 4 <> 0 then minutes end, by_account, by_name,
                case when n % 4 <> 0 then by_account end, case when n % 4 <> 0 then by_name end
            from demo_enabled""";

    /** Their packages ended with what they could do again. */
    private static final String MITIGATED = """
            insert into bridging.enablement_episode (id, ref, care_package_id, locality, started_on, planned_end, minutes_before,
                ended_on, minutes_after, started_by, started_by_name, ended_by, ended_by_name)
            select md5('enabled ' || r.ref)::uuid, r.ref, c.id, c.locality, c.ended - 40, c.ended + 2, greatest(c.minutes, 240),
                c.ended, 0, i.id, i.name, i.id, i.name
            from (
                select k.id, k.locality, k.user_minutes_week as minutes, p.ended_on - 1 as ended,
                    row_number() over (order by md5(k.ref)) as n
                from carepackages.care_package k join placements.placement p on p.care_package_id = k.id and p.status = 'ENDED'
                where k.status = 'ENDED' and p.end_reason = 'Care is no longer needed.' and p.ended_on between :today - 300 and :today
                    and p.first_visit_at < (p.ended_on - 60)::timestamptz) c
            join demo_ref r on r.prefix = 'ENB' and r.n = c.n + 40
            cross join (select id, name from identity.account where username = 'inhouse@pontio.example') i
            where c.n <= 14""";

    private static final String GOALS = """
            insert into bridging.enablement_goal (episode_id, number, goal, reached)
            select e.id, g.number, case when k.text_language = 'cy' then g.goal_cy else g.goal end,
                case when e.ended_on is null then null when e.minutes_after = 0 then 'YES'
                    when e.minutes_after = e.minutes_before and g.number = 2 then 'NO' else g.reached end
            from bridging.enablement_episode e
            join carepackages.care_package k on k.id = e.care_package_id
            join (values (0, 1, 'Make my own breakfast', 'Gwneud fy mrecwast fy hun', 'YES'),
                (0, 2, 'Walk to the shop and back', 'Cerdded i’r siop ac yn ôl', 'PARTLY'),
                (1, 1, 'Wash and dress without help', 'Ymolchi a gwisgo heb gymorth', 'YES'),
                (1, 2, 'Get down to the garden', 'Mynd i lawr i’r ardd', 'YES'),
                (2, 1, 'Manage my tablets by myself', 'Cymryd fy nhabledi fy hun', 'PARTLY'),
                (2, 2, 'Cook for my sister on Sundays', 'Coginio i fy chwaer ar y Sul', 'NO')) g (kind, number, goal, goal_cy, reached)
                on g.kind = get_byte(decode(md5(e.ref), 'hex'), 0) % 3""";

    /** Set on the first day of each council year. */
    private static final String COST = """
            alter table bridging.hour_cost disable trigger cost_not_past;
            insert into bridging.hour_cost (from_on, pounds, by_account, by_name, at)
            select c.from_on, c.pounds, f.id, f.name, (c.from_on - 20 + time '10:00') at time zone 'Europe/London'
            from (values (date '2023-04-01', 27.80), ('2024-04-01', 29.40), ('2025-04-01', 31.10), ('2026-04-01', 32.70)) c (from_on, pounds)
            cross join (select id, name from identity.account where username = 'finance@pontio.example') f
            where c.from_on <= :today;
            alter table bridging.hour_cost enable trigger cost_not_past""";

    private EnablementRows() {}

    static void write(Moments moments) throws SQLException {
        moments.run(BEGUN);
        moments.run(EPISODES);
        moments.run(MITIGATED);
        moments.run(GOALS);
        moments.run(COST);
    }
}
