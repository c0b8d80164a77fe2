package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits entered one by one, from logs on paper, and corrections to single visits. The same rules as for files. */
@Service
public class PaperLogs {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Visits visits;
    private final Staging staging;
    private final VisitLedger ledger;
    private final VisitMonths months;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PaperLogs(
            Visits visits,
            Staging staging,
            VisitLedger ledger,
            VisitMonths months,
            Clock clock,
            ApplicationEventPublisher events) {
        this.visits = visits;
        this.staging = staging;
        this.ledger = ledger;
        this.months = months;
        this.clock = clock;
        this.events = events;
    }

    record VisitEntered(Actor by, String subject) implements Auditable {}

    /**
     * Records the visit, or says all that is wrong with it.
     *
     * @param cells as typed; without a visit number it is a new visit, with one it corrects that visit
     */
    @Transactional
    public List<Problem> enter(Actor actor, Map<Field, String> cells) {
        actor.must(VisitImports.REPORTERS);
        Map<Field, String> all = new EnumMap<>(Field.class);
        all.putAll(cells);
        String corrected = cells.getOrDefault(Field.PROVIDER_VISIT_ID, "");
        all.put(
                Field.PROVIDER_VISIT_ID,
                corrected.isEmpty()
                        ? number()
                        : visits.standing(actor, corrected).visitId());
        RowCheck.Checked checked =
                RowCheck.check(new RawRow(1, all), new VisitRules(visits.placements(actor), clock.instant()));
        VisitTerms terms = checked.terms();
        if (terms == null) return checked.problems();
        months.open(Set.of(YearMonth.from(terms.date())));
        Staged staged = new Staged(Ids.next());
        staging.put(staged, terms);
        ledger.take(actor, staged, null, rows -> true);
        staging.clear(staged.id());
        events.publishEvent(new VisitEntered(actor, terms.placement().packageRef()));
        return List.of();
    }

    private static String number() {
        return "PAPER-%012X".formatted(RANDOM.nextLong() >>> 16);
    }
}
