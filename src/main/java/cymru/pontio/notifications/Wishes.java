package cymru.pontio.notifications;

import cymru.pontio.identity.Recipients;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsKind.Rhythm;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often each person wants mails, by kind of news, and in which language. */
@Service
class Wishes {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Recipients recipients;

    Wishes(JdbcClient jdbc, Recipients recipients) {
        this.jdbc = jdbc;
        this.recipients = recipients;
    }

    /** For the kinds that concern the person, in their order. */
    @Transactional(readOnly = true)
    public Map<NewsKind, Rhythm> of(Actor actor) {
        Map<NewsKind, Rhythm> chosen = new EnumMap<>(NewsKind.class);
        jdbc.sql("select kind, rhythm from notifications.wish where account_id = ?")
                .param(actor.userId())
                .query(row -> {
                    chosen.put(NewsKind.valueOf(row.getString("kind")), Rhythm.valueOf(row.getString("rhythm")));
                });
        Map<NewsKind, Rhythm> all = new LinkedHashMap<>();
        NewsKind.concerning(actor).forEach(kind -> all.put(kind, chosen.getOrDefault(kind, kind.usual())));
        return all;
    }

    @Transactional(readOnly = true)
    public String language(Actor actor) {
        return recipients.language(actor);
    }

    /** Counts for what waits to be mailed too; kinds that do not concern the person are left as they are. */
    @Transactional
    public void change(Actor actor, String language, Map<NewsKind, Rhythm> wishes) {
        recipients.write(actor, language);
        wishes.forEach((kind, rhythm) -> {
            if (kind.concerns(actor)) set(actor.userId(), kind, rhythm);
        });
    }

    /** What a link in a mail turns off. */
    public record Mails(NewsKind kind, boolean stopped) {}

    /** For whoever holds the mail. */
    @Transactional(readOnly = true)
    public Mails mails(String token) {
        return jdbc.sql("select kind, rhythm = 'OFF' as stopped from notifications.wish where token = ?")
                .param(token)
                .query((row, n) -> new Mails(NewsKind.valueOf(row.getString("kind")), row.getBoolean("stopped")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Mails of this one kind stop; the inbox goes on. */
    @Transactional
    public void off(String token) {
        UUID account = jdbc.sql("select account_id from notifications.wish where token = ?")
                .param(token)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        set(account, mails(token).kind(), Rhythm.OFF);
    }

    /** The token of the person's mails of a kind, made when first needed. */
    @Transactional
    public String token(UUID account, NewsKind kind) {
        jdbc.sql("""
                insert into notifications.wish (account_id, kind, rhythm, token) values (:account, :kind, :rhythm, :token)
                on conflict (account_id, kind) do nothing""")
                .param("account", account)
                .param("kind", kind.name())
                .param("rhythm", kind.usual().name())
                .param("token", newToken())
                .update();
        return jdbc.sql("select token from notifications.wish where account_id = ? and kind = ?")
                .params(account, kind.name())
                .query(String.class)
                .single();
    }

    private void set(UUID account, NewsKind kind, Rhythm rhythm) {
        jdbc.sql("""
                insert into notifications.wish (account_id, kind, rhythm, token) values (:account, :kind, :rhythm, :token)
                on conflict (account_id, kind) do update set rhythm = excluded.rhythm""")
                .param("account", account)
                .param("kind", kind.name())
                .param("rhythm", rhythm.name())
                .param("token", newToken())
                .update();
        jdbc.sql("""
                update notifications.inbox i set rhythm = :rhythm from notifications.news n
                where n.id = i.news_id and n.kind = :kind and i.account_id = :account
                  and i.mail_id is null and i.read_at is null and i.rhythm <> :rhythm and i.rhythm <> 'OFF'""")
                .param("account", account)
                .param("kind", kind.name())
                .param("rhythm", rhythm.name())
                .update();
    }

    static String newToken() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
