package cymru.pontio.carepackages.absences;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageCoverChanged;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageStatusChanged;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever is in hospital when the package is approved has a stay from then on, so that somebody promises the return. The first
 * visit of the provider that stays finds the person at home.
 */
@Component
class StaysBeforeCare {
    private final Absences absences;
    private final CarePackages packages;

    StaysBeforeCare(Absences absences, CarePackages packages) {
        this.absences = absences;
        this.packages = packages;
    }

    @EventListener
    void moved(PackageStatusChanged change) {
        switch (change.now()) {
            case APPROVED -> approved(change);
            case LIVE -> begun(change.by(), change.id(), change.effective());
            default -> {}
        }
    }

    @EventListener
    void partly(PackageCoverChanged change) {
        if (change.cover() == Cover.PART) begun(change.by(), change.id(), change.effective());
    }

    private void approved(PackageStatusChanged change) {
        PackageFacts facts = packages.facts(change.id());
        boolean known = absences.of(facts.id()).stream().anyMatch(one -> one.at(change.effective()));
        if (facts.cover() == Cover.HOSPITAL && !known) absences.found(change.by(), facts, change.effective());
    }

    /**
     * A day in hospital before care began; on the day itself both are said, and somebody has to look. Who came home, and
     * what followed from it, stays as it was told.
     */
    private void begun(Actor by, PackageId id, Instant firstVisit) {
        Instant morning = Zone.startOf(Zone.dayOf(firstVisit));
        absences.of(id).stream()
                .filter(one -> one.kind() == AwayKind.HOSPITAL && one.waited() && !one.settled())
                .filter(one -> one.away().isBefore(morning) && one.at(morning))
                .findFirst()
                .ifPresent(one -> absences.atHome(by, packages.facts(id), one, morning));
    }
}
