package cymru.pontio.placements;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks every minute for offers nobody answered in time. Of several nodes one looks, each offer on its own. */
@Component
class OfferClock {
    private static final Logger log = LoggerFactory.getLogger(OfferClock.class);

    private final JdbcClient jdbc;
    private final Lapse lapse;
    private final TransactionTemplate transaction;

    OfferClock(JdbcClient jdbc, Lapse lapse, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.lapse = lapse;
        this.transaction = transaction;
    }

    @Scheduled(
            initialDelayString = "${pontio.offers.look-every:60s}",
            fixedDelayString = "${pontio.offers.look-every:60s}")
    void sweep() {
        for (AwardDesk.Key key : overdue()) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (mine()) lapse.of(key);
                });
            } catch (RuntimeException e) {
                log.warn("offer {} could not be ended, the next minute tries again", key.id(), e);
            }
        }
    }

    private List<AwardDesk.Key> overdue() {
        return jdbc.sql(AwardDesk.KEY
                        + "where status = 'OFFERED' and respond_by <= clock_timestamp() order by respond_by, id")
                .query(AwardDesk.Key.class)
                .list();
    }

    private boolean mine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('placements.offer_clock'))")
                .query(Boolean.class)
                .single();
    }
}
