package cymru.pontio.notifications;

import cymru.pontio.site.UnheardEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the clock has to do with news and mails. On any number of nodes at once each thing is done once. */
@Component
class NewsClock {
    /** The last of them comes about seventeen hours after the first. */
    static final int ATTEMPTS = 10;

    private static final Logger log = LoggerFactory.getLogger(NewsClock.class);

    private final Telling telling;
    private final Digests digests;
    private final Outbox outbox;
    private final CarrierConfiguration.WayOut way;
    private final IncompleteEventPublications unheard;
    private final UnheardEvents events;
    private final JdbcClient jdbc;
    private final Clock clock;

    NewsClock(
            Telling telling,
            Digests digests,
            Outbox outbox,
            CarrierConfiguration.WayOut way,
            IncompleteEventPublications unheard,
            UnheardEvents events,
            JdbcClient jdbc,
            Clock clock) {
        this.telling = telling;
        this.digests = digests;
        this.outbox = outbox;
        this.way = way;
        this.unheard = unheard;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Also what a node heard of and did not live to tell, and what went wrong: after two minutes, four, eight and so on. What
     * went wrong so often as {@link #ATTEMPTS} says is given up, and the log tells of it.
     */
    @Scheduled(
            initialDelayString = "${pontio.notifications.look-every:60s}",
            fixedDelayString = "${pontio.notifications.look-every:60s}")
    void tell() {
        attempt(
                "giving up",
                () -> events.giveUp(getClass().getPackageName() + ".", ATTEMPTS)
                        .forEach(one -> log.error(
                                "news of an event of {} is given up after {} attempts: {} {}",
                                one.since(),
                                one.attempts(),
                                one.listener(),
                                one.id())));
        attempt(
                "unheard",
                () -> unheard.resubmitIncompletePublications(ResubmissionOptions.defaults()
                        .withMinAge(Duration.ofMinutes(2))
                        .withFilter(this::itsTurn)));
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

    private boolean itsTurn(EventPublication one) {
        Instant last = one.getLastResubmissionDate();
        Instant since = last == null ? one.getPublicationDate() : last;
        int attempts = Math.clamp(one.getCompletionAttempts(), 1, ATTEMPTS);
        return !since.plus(Duration.ofMinutes(1L << attempts)).isAfter(clock.instant());
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("notifications: {} did not work, the next time tries again", what, e);
        }
    }
}
