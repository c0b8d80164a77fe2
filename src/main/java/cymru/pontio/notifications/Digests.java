package cymru.pontio.notifications;

import cymru.pontio.identity.Recipients;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.site.Language;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Unmailed;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one mail a person of what is due, not read yet and still so, grouped by patch. When there is nothing new there is no
 * mail. What was told more than eight days ago is not mailed any more.
 */
@Component
class Digests {
    private final List<NewsSource> sources;
    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final Wishes wishes;
    private final Outbox outbox;
    private final MailText text;
    private final String home;

    Digests(
            List<NewsSource> sources,
            JdbcClient jdbc,
            Recipients recipients,
            Wishes wishes,
            Outbox outbox,
            MailText text,
            @Value("${pontio.address}") String home) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.wishes = wishes;
        this.outbox = outbox;
        this.text = text;
        this.home = home;
    }

    private static final String DUE = """
            from notifications.inbox i
            where i.mail_id is null and i.read_at is null and i.rhythm <> 'OFF'
              and i.told_at > clock_timestamp() - interval '8 days'
              and notifications.mail_due(i.rhythm, i.told_at) <= clock_timestamp()\s""";

    /** People for whom a mail is due. */
    @Transactional(readOnly = true)
    public List<UUID> due() {
        return jdbc.sql("select distinct i.account_id " + DUE + " order by 1 limit 500")
                .query(UUID.class)
                .list();
    }

    /** Another node that does the same at once leaves out what this one has locked. */
    @Transactional
    public void write(UUID account) {
        List<UUID> news = jdbc.sql("select i.news_id " + DUE
                        + " and i.account_id = ? order by i.told_at, i.news_id for update skip locked")
                .param(account)
                .query(UUID.class)
                .list();
        Optional<Recipients.Mailbox> mailbox = recipients.mailbox(account);
        Optional<Actor> reader = recipients.actor(account);
        if (news.isEmpty() || mailbox.isEmpty() || reader.isEmpty()) return;
        List<Inbox.Item> items = stillSo(items(news), reader.get().organisation());
        leaveOut(account, news, items);
        if (items.isEmpty()) return;
        Language language = Language.valueOf(mailbox.get().language());
        MailText.Words words = text.of(items, offLinks(account, language, items), language, home);
        UUID mail = Ids.next();
        outbox.toAccount(mail, account, language, words.subject(), words.body(), words.offUrl());
        jdbc.sql("update notifications.inbox set mail_id = :mail where account_id = :account and news_id = any (:news)")
                .param("mail", mail)
                .param("account", account)
                .param("news", ids(items))
                .update();
    }

    /** As it stands now, and no sentence twice. */
    private List<Inbox.Item> stillSo(List<Inbox.Item> items, UUID organisation) {
        Unmailed told = new Unmailed(
                organisation,
                items.stream()
                        .map(one -> new Unmailed.Told(one.id(), one.messageKey(), one.ref(), one.at(), one.day()))
                        .toList());
        sources.forEach(source -> source.over(told));
        Map<List<Object>, Inbox.Item> sentences = new LinkedHashMap<>();
        for (Inbox.Item item : items) {
            Unmailed.Told now = told.now(item.id());
            if (now == null) continue;
            Inbox.Item said = item.at(now.at(), now.day());
            sentences.putIfAbsent(Arrays.asList(said.messageKey(), said.ref(), said.at(), said.day()), said);
        }
        return List.copyOf(sentences.values());
    }

    /** It stays in the inbox; only a mail would come too late. */
    private void leaveOut(UUID account, List<UUID> news, List<Inbox.Item> items) {
        jdbc.sql("""
                update notifications.inbox set rhythm = 'OFF'
                where account_id = :account and news_id = any (:news) and news_id <> all (:mailed)""")
                .param("account", account)
                .param("news", news.toArray(UUID[]::new))
                .param("mailed", ids(items))
                .update();
    }

    private static UUID[] ids(List<Inbox.Item> items) {
        return items.stream().map(Inbox.Item::id).toArray(UUID[]::new);
    }

    private Map<NewsKind, String> offLinks(UUID account, Language language, List<Inbox.Item> items) {
        Map<NewsKind, String> links = new EnumMap<>(NewsKind.class);
        for (Inbox.Item item : items)
            links.computeIfAbsent(
                    NewsKind.valueOf(item.kind()),
                    kind -> home + "/" + language + "/unsubscribe/" + wishes.token(account, kind));
        return links;
    }

    private List<Inbox.Item> items(List<UUID> news) {
        return jdbc.sql("""
                select n.*, l.name_en, l.name_cy
                from notifications.news n left join areas.report_locality l on l.code = n.locality
                where n.id = any (:news) order by l.name_en nulls first, n.kind, n.about_at, n.ref""")
                .param("news", news.toArray(UUID[]::new))
                .query((row, n) -> {
                    Timestamp at = row.getTimestamp("about_at");
                    return new Inbox.Item(
                            row.getObject("id", UUID.class),
                            row.getString("kind"),
                            row.getString("message_key"),
                            row.getString("ref"),
                            at == null ? null : at.toInstant(),
                            row.getObject("about_day", LocalDate.class),
                            row.getString("name_en"),
                            row.getString("name_cy"),
                            row.getTimestamp("at").toInstant(),
                            true);
                })
                .list();
    }
}
