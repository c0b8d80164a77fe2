package cymru.pontio.notifications;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the clock has to do with news and mails. On any number of nodes at once each thing is done once. */
@Component
class NewsClock {
    private static final Logger log = LoggerFactory.getLogger(NewsClock.class);

    private final Telling telling;
    private final Digests digests;
    private final Outbox outbox;
    private final CarrierConfiguration.WayOut way;
    private final IncompleteEventPublications unheard;
    private final JdbcClient jdbc;

    NewsClock(
            Telling telling,
            Digests digests,
            Outbox outbox,
            CarrierConfiguration.WayOut way,
            IncompleteEventPublications unheard,
            JdbcClient jdbc) {
        this.telling = telling;
        this.digests = digests;
        this.outbox = outbox;
        this.way = way;
        this.unheard = unheard;
        this.jdbc = jdbc;
    }

    /** Also what a node heard of and did not live to tell. */
    @Scheduled(
            initialDelayString = "${pontio.notifications.look-every:60s}",
            fixedDelayString = "${pontio.notifications.look-every:60s}")
    void tell() {
        attempt("unheard", () -> unheard.resubmitIncompletePublicationsOlderThan(Duration.ofMinutes(2)));
        attempt("news", telling::tellDue);
    }

    @Scheduled(
            initialDelayString = "${pontio.notifications.mail-every:20s}",
            fixedDelayString = "${pontio.notifications.mail-every:20s}")
    void mail() {
        way.carrier().ifPresent(carrier -> {
            attempt("digests", () -> {
                for (UUID account : digests.due()) attempt("digest", () -> digests.write(account));
            });
            attempt("mails", () -> new Dispatch(outbox, carrier).once());
        });
    }

    /** An inbox is no archive: what was told a quarter of a year ago goes, and what is left of mails after a month. */
    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    void forget() {
        attempt("forgetting", () -> {
            jdbc.sql("""
                    delete from notifications.inbox where news_id in
                        (select id from notifications.news where at < clock_timestamp() - interval '90 days')""").update();
            jdbc.sql("""
                    delete from notifications.news n where at < clock_timestamp() - interval '90 days'
                      and not exists (select from notifications.inbox i where i.news_id = n.id)""").update();
            jdbc.sql("delete from notifications.mail where ended_at < clock_timestamp() - interval '30 days'")
                    .update();
        });
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("notifications: {} did not work, the next time tries again", what, e);
        }
    }
}
