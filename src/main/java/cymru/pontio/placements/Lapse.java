package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An offer whose clock ran out is over, and the next provider has its turn. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Lapse {
    private final AwardDesk desk;
    private final Succession succession;

    Lapse(AwardDesk desk, Succession succession) {
        this.desk = desk;
        this.succession = succession;
    }

    void of(AwardDesk.Key key) {
        List<Award> all = desk.holdAll(key);
        Instant now = desk.now();
        // They were offered within moments of each other; the last one's clock counts for all.
        if (!all.stream().allMatch(award -> award.overdue(now))) return;
        for (Award award : all) {
            award.expire(Succession.CLOCK.name(), now);
            desk.record(award, Succession.CLOCK, AwardDesk.Event.EXPIRED, null);
        }
        succession.after(all, Succession.CLOCK);
    }

    /** An offer past its clock is ended, and whoever is next may move up. */
    void of(PackageId carePackage) {
        // Those that stand together wait for the clock's own sweep: their packages are held in another order than this
        // one.
        desk.open(carePackage).filter(key -> key.together() == null).ifPresent(this::of);
    }

    /** Leaves the package free for another award, or says what stands in the way. */
    void mustBeFree(PackageId carePackage) {
        of(carePackage);
        desk.open(carePackage).ifPresent(key -> {
            throw desk.hold(key).tooLate();
        });
    }
}
