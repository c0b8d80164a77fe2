package cymru.pontio.bridging;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Bridging for the tests of all rooms, made through the room's own verbs. */
@Component
@Lazy
public class BridgingExamples {
    private static final int PLENTY = 10_000_000;

    private final BridgingRequests requests;
    private final Bridging bridging;
    private final Admissions admissions;
    private final BridgingRecords records;
    private final Capacity capacity;
    private final Clock clock;

    BridgingExamples(
            BridgingRequests requests,
            Bridging bridging,
            Admissions admissions,
            BridgingRecords records,
            Capacity capacity,
            Clock clock) {
        this.requests = requests;
        this.bridging = bridging;
        this.admissions = admissions;
        this.records = records;
        this.capacity = capacity;
        this.clock = clock;
    }

    public LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    /** Asked for by the first social worker. */
    public EpisodeRef requested(County county, PackageFacts facts) {
        return requests.request(county.socialWorker(), facts.ref(), RequestReason.NO_PROVIDER);
    }

    /** Active since today, in a week with hours enough for everybody. */
    public EpisodeRef active(County county, PackageFacts facts) {
        EpisodeRef ref = requested(county, facts);
        capacity.declare(county.inhouse(), InhouseHours.mondayOf(today()), 1, PLENTY, 0);
        bridging.accept(county.inhouse(), ref, new Acceptance(today(), today(), 0))
                .ifPresent(obstacle -> {
                    throw new AssertionError(obstacle);
                });
        return ref;
    }

    /** What was given today. */
    public void given(County county, EpisodeRef ref, int user, int carer, int displaced) {
        records.enter(county.inhouse(), ref, today(), new BridgedDays.Given(user, carer, displaced));
    }

    public void end(County county, EpisodeRef ref, EndReason why) {
        if (why == EndReason.HOSPITAL) admissions.admitted(county.inhouse(), ref, clock.instant());
        else bridging.end(county.inhouse(), ref, today(), why);
    }
}
