package cymru.pontio.demo;

import java.sql.SQLException;

/** Hours that people may use as they like: within the week, or as a bank over thirteen weeks, and what was saved and used. */
final class FlexibleRows {
    private static final String AGREED = """
            insert into visits.flexible_agreement (care_package_id, from_on, mode, at_end, by_account, by_name, at)
            select o.care_package_id, day, case when o.n % 3 = 0 then 'WEEK' else 'BANK' end,
                case when o.n % 2 = 0 then 'EXPIRES' else 'RETURNS' end, o.proposed_by, o.proposed_by_name,
                (day - 3 + time '11:15') at time zone 'Europe/London'
            from (select p.care_package_id, a.proposed_by, a.proposed_by_name,
                    row_number() over (order by g.username not in ('provider-a@pontio.example', 'provider-b@pontio.example'), md5(p.ref)) as n
                from placements.placement p join placements.award a on a.id = p.award_id
                join lateral (select username from identity.account where organisation_id = p.provider_id order by username limit 1) g on true
                where p.status = 'LIVE' and p.first_visit_at < :now - interval '140 days') o
            cross join lateral (select case when n % 5 = 2 then :today - 119 else :today - 40 end as day) d
            where o.n <= 30""";

    private static final String GIVER = """
            join carepackages.care_package k on k.id = f.care_package_id
            join lateral (select * from placements.placement o where o.care_package_id = f.care_package_id and o.status = 'LIVE'
                order by o.ref limit 1) p on true
            join lateral (select id, name from identity.account a where a.organisation_id = p.provider_id order by a.username limit 1) m on true
            """;

    /** In a bank two are saved and one is used; where a block of thirteen weeks is over, what was left has gone. */
    private static final String BANKS = """
            insert into visits.time_entry (care_package_id, placement_id, block_from, kind, day, minutes, reason, by_account, by_name, at)
            select f.care_package_id, case when e.kind <> 'END' then p.id end, f.from_on + e.block,
                case when e.kind <> 'END' then e.kind when f.at_end = 'EXPIRES' then 'EXPIRED' else 'RETURNED' end,
                f.from_on + e.after, e.minutes, case when k.text_language = 'cy' then e.reason_cy else e.reason end,
                case when e.kind = 'END' then f.by_account else m.id end, case when e.kind = 'END' then 'Pontio' else m.name end,
                (f.from_on + e.after + case when e.kind = 'END' then time '23:50' else '16:20' end) at time zone 'Europe/London'
            from visits.flexible_agreement f
            """ + GIVER + """
            cross join (values (1, 0, 'SAVED', 7, 30, 'A daughter cooked', 'Coginiodd merch'),
                (2, 0, 'SAVED', 12, 45, 'Out with friends', 'Allan gyda ffrindiau'),
                (3, 0, 'USED', 20, 40, 'A trip to the market', 'Taith i’r farchnad'),
                (4, 0, 'END', 90, 35, '', ''),
                (5, 91, 'SAVED', 98, 30, 'A visit from family', 'Ymweliad gan y teulu'))
                e (number, block, kind, after, minutes, reason, reason_cy)
            where f.mode = 'BANK' and f.from_on + e.after < :today order by f.care_package_id, e.number""";

    private static final String WEEKS = """
            insert into visits.time_entry (care_package_id, placement_id, block_from, kind, day, minutes, reason, by_account, by_name, at)
            select f.care_package_id, p.id, w.monday, e.kind, w.monday, e.minutes,
                case when k.text_language = 'cy' then e.reason_cy else e.reason end, m.id, m.name, :now - interval '1 minute'
            from visits.flexible_agreement f
            """ + GIVER + """
            cross join (select date_trunc('week', :today)::date as monday) w
            cross join (values (1, 'SAVED', 30, 'Ate out', 'Bwyta allan'), (2, 'USED', 20, 'More time to wash hair', 'Mwy o amser i olchi gwallt'))
                e (number, kind, minutes, reason, reason_cy)
            where f.mode = 'WEEK' order by f.care_package_id, e.number""";

    private FlexibleRows() {}

    static void write(Moments moments) throws SQLException {
        moments.run(AGREED);
        moments.run(BANKS);
        moments.run(WEEKS);
    }
}
