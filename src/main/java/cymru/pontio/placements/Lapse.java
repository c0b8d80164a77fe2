package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageId;
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
        Award award = desk.hold(key);
        if (!award.expire(Succession.CLOCK.name(), desk.now())) return;
        desk.record(award, Succession.CLOCK, AwardDesk.Event.EXPIRED, null);
        succession.after(award, Succession.CLOCK);
    }

    /** Leaves the package free for another award, or says what stands in the way. */
    void mustBeFree(PackageId carePackage) {
        desk.open(carePackage).ifPresent(this::of);
        desk.open(carePackage).ifPresent(key -> {
            throw desk.hold(key).tooLate();
        });
    }
}
