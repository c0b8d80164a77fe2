package cymru.pontio.notifications;

import cymru.pontio.identity.Recipients;
import cymru.pontio.kernel.Ids;
import cymru.pontio.site.Language;
import cymru.pontio.site.Post;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages on their way out, in the database. A node takes some for five minutes and sends them outside any transaction;
 * what it does not report in time, because it stopped, is taken again. So a message is sent at least once, and each copy
 * bears the same id.
 */
@Component
class Outbox implements Post {
    /** About a day and a half of tries. */
    static final int TRIES = 12;

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final CarrierConfiguration.WayOut way;

    Outbox(JdbcClient jdbc, Recipients recipients, CarrierConfiguration.WayOut way) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.way = way;
    }

    /** @param tries this one included */
    record Taken(
            UUID id,
            @Nullable UUID account,
            @Nullable String address,
            String subject,
            String body,
            @Nullable String offUrl,
            int tries) {}

    @Override
    public boolean carries() {
        return way.carrier().isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String key, Letter letter) {
        if (!carries()) throw new IllegalStateException("no way out is configured; Post.carries() says so");
        queue(Ids.next(), key, null, letter.address(), letter.language(), letter.subject(), letter.body(), null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void toAccount(
            UUID id, UUID account, Language language, String subject, String body, @Nullable String offUrl) {
        queue(id, "digest " + id, account, null, language, subject, body, offUrl);
    }

    private void queue(
            UUID id,
            String key,
            @Nullable UUID account,
            @Nullable String address,
            Language language,
            String subject,
            String body,
            @Nullable String offUrl) {
        jdbc.sql("""
                insert into notifications.mail (id, key, account_id, address, language, subject, body, off_url, state, next_at, queued_at)
                values (:id, :key, :account, :address, :language, :subject, :body, :off, 'QUEUED', clock_timestamp(), clock_timestamp())
                on conflict (key) do nothing""")
                .param("id", id)
                .param("key", key)
                .param("account", account)
                .param("address", address)
                .param("language", language.name())
                .param("subject", subject)
                .param("body", body)
                .param("off", offUrl)
                .update();
    }

    /** What is due, for this node alone for five minutes. */
    @Transactional
    public List<Taken> take(int most) {
        return jdbc.sql("""
                update notifications.mail set tries = tries + 1, next_at = clock_timestamp() + interval '5 minutes'
                where id in (
                    select id from notifications.mail where state = 'QUEUED' and next_at <= clock_timestamp()
                    order by next_at, id limit :most for update skip locked)
                returning id, account_id as account, address, subject, body, off_url, tries""").param("most", most).query(Taken.class).list();
    }

    /** Where it goes; nowhere if the person has left. */
    Optional<String> addressOf(Taken mail) {
        if (mail.address() != null) return Optional.of(mail.address());
        return Optional.ofNullable(mail.account()).flatMap(recipients::mailbox).map(Recipients.Mailbox::address);
    }

    @Transactional
    public void sent(Taken mail) {
        end(mail, "SENT", null);
    }

    /** Tries again after 1, 2, 4 … minutes, at most every six hours; gives up for good after the last try. */
    @Transactional
    public void failed(Taken mail, String code, boolean forGood) {
        if (forGood || mail.tries() >= TRIES) {
            end(mail, "GIVEN_UP", code);
            return;
        }
        long minutes = Math.min(360, 1L << (mail.tries() - 1));
        jdbc.sql("""
                update notifications.mail set failure = :code, next_at = clock_timestamp() + make_interval(mins => :minutes)
                where id = :id and state = 'QUEUED'""")
                .param("code", code)
                .param("minutes", (int) minutes)
                .param("id", mail.id())
                .update();
    }

    private void end(Taken mail, String state, @Nullable String code) {
        jdbc.sql("""
                update notifications.mail set state = :state, ended_at = clock_timestamp(), body = '', address = null, failure = :code
                where id = :id and state = 'QUEUED'""")
                .param("state", state)
                .param("code", code)
                .param("id", mail.id())
                .update();
    }
}
