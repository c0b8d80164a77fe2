package cymru.pontio.providers.accreditation;

import cymru.pontio.identity.Recipients;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.site.Formats;
import cymru.pontio.site.Language;
import cymru.pontio.site.Post;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether who registered reads the mail of the address that was given. Only where mail leaves the house: otherwise nothing is
 * asked, and the council finds out who somebody is before it accredits.
 */
@Service
class AddressChecks {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Post post;
    private final Recipients recipients;
    private final MessageSource messages;
    private final String home;

    AddressChecks(
            JdbcClient jdbc,
            Post post,
            Recipients recipients,
            MessageSource messages,
            @Value("${pontio.address}") String home) {
        this.jdbc = jdbc;
        this.post = post;
        this.recipients = recipients;
        this.messages = messages;
        this.home = home;
    }

    /** Sends the first link, in the transaction in which the account is made. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(UUID account, UUID provider, String address, Language language) {
        if (post.carries()) send(account, provider, address, language);
    }

    /** Another link in place of the one before, which no longer works. */
    @Transactional
    public void again(Actor actor, Language language) {
        actor.must(Role.PROVIDER_MANAGER);
        if (!post.carries()) throw new NotFound();
        Boolean soon = jdbc.sql("""
                select sent_at > clock_timestamp() - interval '10 minutes' from providers.address_check
                where account_id = ? and confirmed_at is null for update""")
                .param(actor.userId())
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (soon) throw new RuleBroken("accreditation.error.linkSoon");
        String address =
                recipients.mailbox(actor.userId()).orElseThrow(NotFound::new).address();
        send(actor.userId(), actor.organisation(), address, language);
    }

    /** Once, and within three days. */
    @Transactional
    public void confirm(String token) {
        int confirmed = jdbc.sql("""
                update providers.address_check set confirmed_at = clock_timestamp()
                where token_hash = ? and confirmed_at is null and expires_at > clock_timestamp()""").param(hash(token)).update();
        if (confirmed == 0) throw new RuleBroken("accreditation.error.link");
    }

    /** A link was sent and nobody has used it. */
    @Transactional(readOnly = true)
    public boolean waiting(UUID provider) {
        return jdbc.sql("""
                        select exists (select from providers.address_check where provider_id = ? and confirmed_at is null)""").param(provider).query(Boolean.class).single();
    }

    private void send(UUID account, UUID provider, String address, Language language) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("""
                insert into providers.address_check (account_id, provider_id, token_hash, sent_at, expires_at)
                values (:account, :provider, :hash, clock_timestamp(), clock_timestamp() + interval '3 days')
                on conflict (account_id) do update set token_hash = excluded.token_hash, sent_at = excluded.sent_at,
                    expires_at = excluded.expires_at""")
                .param("account", account)
                .param("provider", provider)
                .param("hash", hash(token))
                .update();
        Formats words = new Formats(messages, language.locale());
        String link = home + "/" + language + "/join/address/" + token;
        post.send(
                "address " + Ids.next(),
                new Post.Letter(
                        address,
                        language,
                        words.message("accreditation.address.subject"),
                        words.message("accreditation.address.body", link)));
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
