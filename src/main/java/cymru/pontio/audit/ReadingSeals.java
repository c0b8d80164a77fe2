package cymru.pontio.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was read, in blocks. A number is given to a reading before its transaction ends, so a block may only reach
 * as far as no transaction can still add to. A round that cannot find that point in time is made good by the next.
 */
@Component
class ReadingSeals {
    static final int BLOCK = 10_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReadingSeals(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${pontio.audit.seal-every:10s}")
    void seal() {
        Long upto = transaction.execute(status -> jdbc.sql("select coalesce(audit.settled_readings(), 0)")
                .query(Long.class)
                .single());
        if (upto == null) return;
        while (sealBlock(upto) == BLOCK) continue;
    }

    /** One node at a time: the others find the lock taken and leave the work to it. */
    private int sealBlock(long upto) {
        Integer sealed = transaction.execute(status -> {
            boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit.reading_seal'))")
                    .query(Boolean.class)
                    .single();
            if (!mine) return 0;
            return jdbc.sql("select audit.seal_readings(?, ?)")
                    .params(upto, BLOCK)
                    .query(Integer.class)
                    .single();
        });
        return sealed == null ? 0 : sealed;
    }
}
