package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.placements.Placements;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads an uploaded file into a staging table and says what it holds against what is known. */
@Component
class ImportCheck {
    private final ImportStore imports;
    private final Staging staging;
    private final VisitMonths months;
    private final Placements placements;
    private final Clock clock;

    ImportCheck(ImportStore imports, Staging staging, VisitMonths months, Placements placements, Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.months = months;
        this.placements = placements;
        this.clock = clock;
    }

    /** All rows checked and the import ready to be confirmed, or nothing. */
    @Transactional
    public void read(Actor actor, UUID id, VisitFile file) {
        Staged staged = new Staged(id);
        VisitRules rules = new VisitRules(placements.forVisits(actor), clock.instant());
        Set<YearMonth> found = staging.fill(staged, file, rules, rows -> imports.progress(id, 0, 0, rows));
        months.open(found);
        if (!imports.checked(id, staging.compare(actor, staged))) throw new Staging.Stopped();
    }

    /** Files that nobody confirmed for long are thrown away, of one provider or of all. */
    @Transactional
    public void discardOld(@Nullable UUID provider) {
        imports.discardOld(provider).forEach(staging::clear);
    }
}
