package cymru.pontio.notifications;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person was told, the latest first. */
@Service
class Inbox {
    private static final int PAGE = 25;
    private static final int FILE = 5000;

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param isNew not opened yet */
    record Item(
            UUID id,
            String kind,
            String messageKey,
            String ref,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable String areaEn,
            @Nullable String areaCy,
            Instant toldAt,
            boolean isNew) {
        /** The same, as it is to be said now. */
        Item at(@Nullable Instant moment, @Nullable LocalDate date) {
            return new Item(id, kind, messageKey, ref, moment, date, areaEn, areaCy, toldAt, isNew);
        }
    }

    record Page(List<Item> items, @Nullable UUID next) {}

    @Transactional(readOnly = true)
    public Page page(Actor actor, boolean onlyNew, @Nullable UUID after) {
        List<Item> items = items(actor, onlyNew, after, PAGE + 1);
        if (items.size() <= PAGE) return new Page(items, null);
        return new Page(items.subList(0, PAGE), items.get(PAGE - 1).id());
    }

    /** The same rows for a file. */
    @Transactional(readOnly = true)
    public List<Item> all(Actor actor, boolean onlyNew) {
        return items(actor, onlyNew, null, FILE);
    }

    /** Where it can be read; from then on it is not new. */
    @Transactional
    public String open(Actor actor, UUID id) {
        String path = jdbc.sql("""
                select n.path from notifications.inbox i join notifications.news n on n.id = i.news_id
                where i.account_id = ? and i.news_id = ?""")
                .params(actor.userId(), id)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        jdbc.sql("""
                update notifications.inbox set read_at = clock_timestamp()
                where account_id = ? and news_id = ? and read_at is null""").params(actor.userId(), id).update();
        return path;
    }

    /**
     * Everything told up to a moment counts as read.
     *
     * @param upTo when the page was shown: what came later was not on it
     */
    @Transactional
    public void readAll(Actor actor, Instant upTo) {
        jdbc.sql("""
                update notifications.inbox set read_at = clock_timestamp()
                where account_id = ? and read_at is null and told_at <= ?""").params(actor.userId(), Timestamp.from(upTo)).update();
    }

    private List<Item> items(Actor actor, boolean onlyNew, @Nullable UUID after, int most) {
        var query = jdbc.sql("""
                select n.id, n.kind, n.message_key, n.ref, n.about_at, n.about_day, l.name_en, l.name_cy, i.told_at,
                    i.read_at is null as is_new
                from notifications.inbox i
                join notifications.news n on n.id = i.news_id
                left join areas.report_locality l on l.code = n.locality
                where i.account_id = :account
                """ + (onlyNew ? " and i.read_at is null" : "") + (after == null ? "" : """
                 and (i.told_at, i.news_id) < (select x.told_at, x.news_id from notifications.inbox x
                    where x.account_id = :account and x.news_id = :after)
                """)
                        + " order by i.told_at desc, i.news_id desc limit " + most)
                .param("account", actor.userId());
        if (after != null) query = query.param("after", after);
        return query.query((row, n) -> item(row)).list();
    }

    private static Item item(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("about_at");
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("message_key"),
                row.getString("ref"),
                at == null ? null : at.toInstant(),
                row.getObject("about_day", LocalDate.class),
                row.getString("name_en"),
                row.getString("name_cy"),
                row.getTimestamp("told_at").toInstant(),
                row.getBoolean("is_new"));
    }
}
