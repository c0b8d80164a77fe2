package cymru.pontio.demo;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;

/** The rotas of the three agencies that people sign in as: three weeks from today, and two changes, one not told yet. */
final class RotaRows {
    private static final String CALLS = """
            with call as (
                select c.*, p.by_account, get_byte(decode(md5(c.placement_id || c.day::text || c.position), 'hex'), 0) % 8 as who
                from (select distinct on (a.organisation_id) a.organisation_id, a.id as by_account from identity.account a
                    where a.username like 'provider-_@pontio.example' order by a.organisation_id, a.username) p
                join placements.report_calls_on(cast(? as date), date_trunc('week', cast(? as date))::date + 20) c
                    on c.provider_id = p.organisation_id and not c.suspended),
            named as (select array['Eleri', 'Gwen', 'Rhys', 'Mali', 'Tomos', 'Nia', 'Huw', 'Beca'] as names)
            insert into visits.rota_call (id, placement_id, call_line_id, day, position, band, window_from, window_to, time_critical,
                starts, minutes, worker, second_worker, workers, published_by, published_at)
            select md5(placement_id || call_line_id::text || day)::uuid, placement_id, call_line_id, day, position, band, window_from,
                window_to, time_critical, coalesce(window_from, case band when 'MORNING' then time '08:00' when 'LUNCH' then '12:00'
                    when 'TEA' then '16:30' when 'BED' then '20:30' else '23:00' end),
                minutes, names[who + 1], case when workers = 2 then names[(who + 3) % 8 + 1] end, workers, by_account, ?
            from call, named""";

    private static final String CHANGES = """
            with latest as (
                select c.id, c.starts, c.worker, c.published_by, a.name, row_number() over (order by c.day, c.placement_id, c.id) as n
                from visits.rota_call c join identity.account a on a.id = c.published_by
                where a.username = 'provider-a@pontio.example' and c.day > ? and c.workers = 1 and not c.time_critical),
            changed as (
                update visits.rota_call c set worker = 'Carwyn', version = 1 from latest l where l.id = c.id and l.n <= 2
                returning c.id)
            insert into visits.rota_change (rota_call_id, starts_before, starts_after, worker_before, worker_after, by_account, by_name,
                at, told, told_at, told_by)
            select l.id, l.starts, l.starts, l.worker, 'Carwyn', l.published_by, l.name, ?,
                case when l.n = 1 then 'PHONE' end, case when l.n = 1 then cast(? as timestamptz) end, case when l.n = 1 then l.published_by end
            from latest l join changed x on x.id = l.id""";

    private RotaRows() {}

    static void write(Connection database, Instant now) throws SQLException {
        Date today = Date.valueOf(At.date((int) (now.getEpochSecond() / 86_400)));
        var moment = java.sql.Timestamp.from(now);
        try (var calls = database.prepareStatement(CALLS)) {
            calls.setDate(1, today);
            calls.setDate(2, today);
            calls.setTimestamp(3, moment);
            calls.executeUpdate();
        }
        try (var changes = database.prepareStatement(CHANGES)) {
            changes.setDate(1, today);
            changes.setTimestamp(2, moment);
            changes.setTimestamp(3, moment);
            changes.executeUpdate();
        }
    }
}
