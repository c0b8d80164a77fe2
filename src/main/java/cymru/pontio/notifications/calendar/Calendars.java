package cymru.pontio.notifications.calendar;

import cymru.pontio.identity.Recipients;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.site.CalendarEntry;
import cymru.pontio.site.CalendarSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendars people have made for themselves. What stands in one is decided anew each time it is fetched. */
@Service
class Calendars {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final List<CalendarSource> sources;

    Calendars(JdbcClient jdbc, Recipients recipients, List<CalendarSource> sources) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.sources = sources;
    }

    record View(Instant madeAt, @Nullable Instant fetchedAt) {}

    @Transactional(readOnly = true)
    public Optional<View> of(Actor actor) {
        return jdbc.sql("select made_at, fetched_at from notifications.calendar where account_id = ?")
                .param(actor.userId())
                .query(View.class)
                .optional();
    }

    /** A new secret, told this once; an earlier one counts no longer. */
    @Transactional
    public String make(Actor actor) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into notifications.calendar (account_id, token_hash, made_at) values (:account, :hash, clock_timestamp())
                on conflict (account_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at, fetched_at = null""")
                .param("account", actor.userId())
                .param("hash", hash(token))
                .update();
        return token;
    }

    @Transactional
    public void revoke(Actor actor) {
        jdbc.sql("delete from notifications.calendar where account_id = ?")
                .param(actor.userId())
                .update();
    }

    /** What the person behind the secret may see now; nothing at all once they may no longer sign in. */
    @Transactional
    public List<CalendarEntry> fetch(String token) {
        UUID account = jdbc.sql("select account_id from notifications.calendar where token_hash = ?")
                .param(hash(token))
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        Actor actor = recipients.actor(account).orElseThrow(NotFound::new);
        jdbc.sql("""
                update notifications.calendar set fetched_at = clock_timestamp()
                where account_id = ? and (fetched_at is null or fetched_at < clock_timestamp() - interval '1 hour')""").param(account).update();
        return sources.stream().flatMap(source -> source.of(actor).stream()).toList();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
