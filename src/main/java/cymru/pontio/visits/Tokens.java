package cymru.pontio.visits;

import cymru.pontio.identity.SignIns;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.site.ApiTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens with which a provider's call-monitoring system sends files of visits. A manager makes and revokes them; each acts
 * for who made it and ends with that person's right to.
 */
@Service
public class Tokens implements ApiTokens {
    static final int CALLS_A_MINUTE = 60;
    private static final int MOST = 10;
    private static final String PREFIX = "pontio_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final SignIns signIns;
    private final ApplicationEventPublisher events;

    Tokens(JdbcClient jdbc, SignIns signIns, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.signIns = signIns;
        this.events = events;
    }

    record TokenMade(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record TokenRevoked(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** Own tokens, latest first. */
    @Transactional(readOnly = true)
    public List<TokenView> list(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER);
        return jdbc.sql("select * from visits.token where provider_id = ? order by made_at desc, id desc limit 100")
                .param(actor.organisation())
                .query((row, n) -> new TokenView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("made_by_name"),
                        row.getTimestamp("made_at").toInstant(),
                        instant(row, "used_at"),
                        instant(row, "revoked_at")))
                .list();
    }

    /**
     * @param name which system will use it
     * @return the token, to be shown once: it is stored nowhere
     */
    @Transactional
    public String make(Actor actor, String name) {
        actor.must(Role.PROVIDER_MANAGER);
        if (list(actor).stream().filter(one -> one.revokedAt() == null).count() >= MOST)
            throw new RuleBroken("visits.token.error.many", MOST);
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = Ids.next();
        jdbc.sql(
                        "insert into visits.token (id, provider_id, name, hash, made_by, made_by_name) values (?, ?, ?, ?, ?, ?)")
                .params(id, actor.organisation(), name, hash(token), actor.userId(), actor.name())
                .update();
        events.publishEvent(new TokenMade(actor, "TOKEN " + id, Map.of()));
        return token;
    }

    /** Counts from the next call. */
    @Transactional
    public void revoke(Actor actor, UUID id) {
        actor.must(Role.PROVIDER_MANAGER);
        int revoked =
                jdbc.sql("""
                update visits.token set revoked_by = ?, revoked_at = clock_timestamp()
                where id = ? and provider_id = ? and revoked_at is null""").params(actor.userId(), id, actor.organisation()).update();
        if (revoked == 0) throw new NotFound();
        events.publishEvent(new TokenRevoked(actor, "TOKEN " + id, Map.of()));
    }

    private record Known(UUID id, String name, UUID provider, UUID madeBy) {}

    @Override
    @Transactional
    public Answer enter(String token) {
        Optional<Known> known =
                jdbc.sql("""
                select id, name, provider_id as provider, made_by from visits.token where hash = ? and revoked_at is null""").param(hash(token)).query(Known.class).optional();
        if (known.isEmpty()) return Refusal.UNKNOWN;
        if (calls(known.get().id()) > CALLS_A_MINUTE) return Refusal.TOO_OFTEN;
        return signIns.active(known.get().madeBy())
                .filter(maker -> maker.is(Role.PROVIDER_MANAGER)
                        && maker.organisation().equals(known.get().provider()))
                .<Answer>map(maker -> new Welcome(acting(maker, known.get().name())))
                .orElse(Refusal.NOT_ALLOWED);
    }

    /** May send visits, and nothing else its maker may. */
    private static Actor acting(Actor maker, String system) {
        return new Actor(
                maker.userId(),
                system + " (" + maker.name() + ")",
                maker.organisation(),
                maker.organisationName(),
                null,
                Set.of(Role.PROVIDER_COORDINATOR),
                null);
    }

    private int calls(UUID token) {
        int calls = jdbc.sql("""
                insert into visits.token_minute as m (token_id, minute, calls)
                values (?, date_trunc('minute', clock_timestamp()), 1)
                on conflict (token_id, minute) do update set calls = m.calls + 1 returning calls""").param(token).query(Integer.class).single();
        if (calls == 1) {
            jdbc.sql(
                            "delete from visits.token_minute where token_id = ? and minute < clock_timestamp() - interval '1 hour'")
                    .param(token)
                    .update();
            jdbc.sql("update visits.token set used_at = clock_timestamp() where id = ?")
                    .param(token)
                    .update();
        }
        return calls;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
