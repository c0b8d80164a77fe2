package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.carepackages.PackageStatusChanged;
import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A provider that leaves takes nothing new on: what waits for an answer comes to nothing, and what was agreed for a day to
 * come is taken back, so that the week another provider is sought for is the week as it is.
 */
@Component
class ProviderGone {
    private static final Set<PackageStatus> LEFT =
            Set.of(PackageStatus.RESOURCING, PackageStatus.UNSOURCED, PackageStatus.ENDED, PackageStatus.WITHDRAWN);

    private final VariationTable table;
    private final Agreement agreement;
    private final VariationNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProviderGone(VariationTable table, Agreement agreement, VariationNews news, JdbcClient jdbc, Clock clock) {
        this.table = table;
        this.agreement = agreement;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void left(PackageStatusChanged change) {
        if (!LEFT.contains(change.now())) return;
        Instant now = clock.instant();
        for (Variation one : table.unfinished(change.id(), Zone.dayOf(now))) {
            if (!over(change) && stays(one)) continue;
            VariationStatus next = one.status().open() ? VariationStatus.CANCELLED : VariationStatus.UNDONE;
            table.close(one.id(), next);
            table.note(one.id(), next.name(), change.by(), null);
            news.tell(change.by(), one, next);
            if (next == VariationStatus.UNDONE) agreement.undo(change.by(), one, now);
        }
    }

    private static boolean over(PackageStatusChanged change) {
        return change.now() == PackageStatus.ENDED || change.now() == PackageStatus.WITHDRAWN;
    }

    private boolean stays(Variation one) {
        return jdbc.sql("select status = 'LIVE' from placements.placement where id = ?")
                .param(one.placement())
                .query(Boolean.class)
                .single();
    }
}
