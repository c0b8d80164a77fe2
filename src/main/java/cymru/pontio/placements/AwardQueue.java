package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageId;
import java.util.List;
import org.springframework.stereotype.Component;

/** One package, one decision at a time. */
@Component
class AwardQueue {
    private final AwardDesk desk;
    private final AwardTable table;
    private final Lapse lapse;

    AwardQueue(AwardDesk desk, AwardTable table, Lapse lapse) {
        this.desk = desk;
        this.table = table;
        this.lapse = lapse;
    }

    /** Nobody else decides about this package until the end of the transaction. */
    void hold(PackageId carePackage) {
        desk.hold(carePackage);
    }

    /** An offer past its clock is ended first; an award that still waits for somebody stands in the way. */
    void mustBeFree(PackageId carePackage) {
        lapse.mustBeFree(carePackage);
    }

    /** As they stand: an offer past its clock has been ended, so that nobody is both out of time and chosen. */
    List<AwardView> ofPackage(PackageId carePackage) {
        List<AwardView> awards = table.ofPackage(carePackage);
        if (awards.stream().noneMatch(award -> award.status() == AwardStatus.EXPIRED)) return awards;
        lapse.of(carePackage);
        return table.ofPackage(carePackage);
    }
}
