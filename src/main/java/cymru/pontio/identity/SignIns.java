package cymru.pontio.identity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in, staying signed in and signing out. A session is one row in PostgreSQL, so any node can answer and a node's
 * death signs nobody out. Each request reads it together with the account and its roles in one statement, so suspending
 * a person or taking a role away counts from the next request; it is written at most once a minute.
 */
@Service
public class SignIns {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final int FAILURES_A_MINUTE = 5;
    private static final int FAILURES_AN_HOUR = 20;
    private static final int SOURCE_FAILURES_A_MINUTE = 30;
    /** What an {@link Actor} is made of. */
    static final String ACTOR = """
            select a.id, a.name, a.organisation_id, o.name as organisation_name, a.team_id, a.approval_limit,
                   array(select r.role from identity.account_role r where r.account_id = a.id) as roles
            from identity.account a join identity.organisation o on o.id = a.organisation_id\s""";

    /** What a name that nobody has is held against, for the same work: drawn, so that no password fits it. */
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$diak3oHME50AB85m5yunAw$mx9Ot/HwN1SXi/JpNIX8+u5H+PoA8kXdCE54zRsXov4";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Argon2 takes 19 MiB and a core for a moment: more than two at once would starve the pages. */
    private final Semaphore hashing = new Semaphore(2);

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    SignIns(JdbcClient jdbc, PasswordEncoder passwords, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.events = events;
    }

    /** The answer to a name and a password. */
    public sealed interface Answer permits Welcome, Wrong, TooMany {}

    /** @param token goes into the cookie and is stored nowhere */
    public record Welcome(String token, Actor actor) implements Answer {}

    /** Wrong name, wrong password, suspended: the same answer, after the same work. */
    public record Wrong() implements Answer {}

    public record TooMany() implements Answer {}

    record SignedIn(Actor by, String subject) implements Auditable {}

    record SignedOut(Actor by, String subject) implements Auditable {}

    @Transactional
    public Answer signIn(String username, String password, String source) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        if (name.length() > 100) name = name.substring(0, 100);
        if (throttled(name, source)) return new TooMany();
        Optional<Credentials> account = credentials(name);
        boolean right = matches(password, account.map(Credentials::hash).orElse(NOBODYS));
        if (!right || account.isEmpty() || !account.get().active()) {
            jdbc.sql("insert into identity.sign_in_failure (username, source) values (?, ?)")
                    .params(name, source)
                    .update();
            return new Wrong();
        }
        String token = newToken();
        jdbc.sql("""
                insert into identity.signed_in (token_hash, account_id, started_at, seen_at, ends_at)
                values (?, ?, clock_timestamp(), clock_timestamp(), clock_timestamp() + make_interval(secs => ?))""")
                .params(hash(token), account.get().id(), LONGEST.toSeconds())
                .update();
        Actor actor = resume(token).orElseThrow();
        events.publishEvent(new SignedIn(actor, "ACCOUNT " + actor.userId()));
        return new Welcome(token, actor);
    }

    /**
     * A session as it is now.
     *
     * @param unread what the person has been told and has not read
     */
    public record Session(Actor actor, int unread) {}

    /** Who this token belongs to at this moment; nobody if the session ended or the account is not active. */
    public Optional<Actor> resume(String token) {
        return session(token).map(Session::actor);
    }

    /** As {@link #resume}, with what each page says of the person; in the same one statement. */
    public Optional<Session> session(String token) {
        byte[] key = hash(token);
        Optional<Found> found = jdbc.sql("""
                select a.id, a.name, a.organisation_id, o.name as organisation_name, a.team_id, a.approval_limit,
                       array(select r.role from identity.account_role r where r.account_id = a.id) as roles,
                       coalesce(u.number, 0) as unread,
                       s.seen_at < clock_timestamp() - interval '1 minute' as stale
                from identity.signed_in s
                join identity.account a on a.id = s.account_id
                join identity.organisation o on o.id = a.organisation_id
                left join identity.unread u on u.account_id = a.id
                where s.token_hash = ? and a.status = 'ACTIVE' and s.ends_at > clock_timestamp()
                  and s.seen_at > clock_timestamp() - make_interval(secs => ?)""")
                .params(key, IDLE.toSeconds())
                .query((row, n) -> new Found(new Session(actor(row), row.getInt("unread")), row.getBoolean("stale")))
                .optional();
        // Only now, when the connection of the question is free again: with two at once, as many requests as the pool
        // has
        // connections would wait for each other.
        if (found.isPresent() && found.get().stale()) touch(key);
        return found.map(Found::session);
    }

    private record Found(Session session, boolean stale) {}

    /** Who this account belongs to at this moment, for a system that acts for the person; nobody if it is not active. */
    public Optional<Actor> active(UUID account) {
        return jdbc.sql("""
                select a.id, a.name, a.organisation_id, o.name as organisation_name, a.team_id, a.approval_limit,
                       array(select r.role from identity.account_role r where r.account_id = a.id) as roles
                from identity.account a join identity.organisation o on o.id = a.organisation_id
                where a.id = ? and a.status = 'ACTIVE'""").param(account).query((row, n) -> actor(row)).optional();
    }

    @Transactional
    public void signOut(String token) {
        resume(token).ifPresent(actor -> events.publishEvent(new SignedOut(actor, "ACCOUNT " + actor.userId())));
        jdbc.sql("delete from identity.signed_in where token_hash = ?")
                .param(hash(token))
                .update();
    }

    private void touch(byte[] key) {
        jdbc.sql("""
                update identity.signed_in set seen_at = clock_timestamp()
                where token_hash = ? and seen_at < clock_timestamp() - interval '1 minute'""").param(key).update();
    }

    private boolean throttled(String username, String source) {
        return jdbc.sql("""
                select count(*) filter (where username = :name and at > clock_timestamp() - interval '1 minute') >= :minute
                    or count(*) filter (where username = :name) >= :hour
                    or count(*) filter (where source = :source and at > clock_timestamp() - interval '1 minute') >= :sourceMinute
                from identity.sign_in_failure
                where (username = :name or source = :source) and at > clock_timestamp() - interval '1 hour'""")
                .param("name", username)
                .param("source", source)
                .param("minute", FAILURES_A_MINUTE)
                .param("hour", FAILURES_AN_HOUR)
                .param("sourceMinute", SOURCE_FAILURES_A_MINUTE)
                .query(Boolean.class)
                .single();
    }

    private record Credentials(UUID id, String hash, boolean active) {}

    private Optional<Credentials> credentials(String username) {
        return jdbc.sql(
                        "select id, password_hash, status = 'ACTIVE' as active from identity.account where username = ?")
                .param(username)
                .query((row, n) -> new Credentials(
                        row.getObject("id", UUID.class), row.getString("password_hash"), row.getBoolean("active")))
                .optional();
    }

    private boolean matches(String password, String hash) {
        hashing.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    static Actor actor(ResultSet row) throws SQLException {
        return new Actor(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation_name"),
                row.getObject("team_id", UUID.class),
                Arrays.stream(texts(row.getArray("roles"))).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                limit(row));
    }

    private static @Nullable Money limit(ResultSet row) throws SQLException {
        var pounds = row.getBigDecimal("approval_limit");
        return pounds == null ? null : new Money(pounds);
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    static String newToken() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
