package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.placements.Placements;
import java.time.Clock;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads an uploaded file into the staging table and says what it holds against what is known. */
@Component
class ImportCheck {
    private final ImportStore imports;
    private final Staging staging;
    private final Placements placements;
    private final Clock clock;

    ImportCheck(ImportStore imports, Staging staging, Placements placements, Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.placements = placements;
        this.clock = clock;
    }

    @Transactional
    public ImportRef check(Actor actor, InputStreamSource file) {
        imports.discardOld(actor).forEach(staging::clear);
        UUID id = Ids.next();
        VisitFile visits = VisitFile.of(file);
        staging.fill(id, visits, new VisitRules(placements.forVisits(actor), clock.instant()));
        return imports.add(actor, id, visits.sha256(), staging.count(actor, id));
    }
}
