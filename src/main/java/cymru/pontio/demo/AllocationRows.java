package cymru.pontio.demo;

import cymru.pontio.demo.Cast.Member;
import org.jspecify.annotations.Nullable;

/** Writes how work is given out: decided three days ago, in force from today, so that adverts already out were open to all. */
final class AllocationRows {
    private static final int HOURS = 8;
    private static final int DECIDED_BEFORE = 3 * 86_400;

    private final Scene scene;

    AllocationRows(Scene scene) {
        this.scene = scene;
    }

    void write() {
        decided("llanfair", "FIRST_REFUSAL", 0, "Long drives and few packages: one agency with a settled round.");
        decided(
                "ystradgynlais",
                "FIRST_REFUSAL",
                5,
                "Most people here would like their care in Welsh, and this agency gives it.");
        decided("builth", "INHOUSE", null, "The council’s team has a round here again since the summer.");
    }

    private void decided(String locality, String mode, @Nullable Integer lead, String reason) {
        Member commissioner = scene.cast().commissioner();
        scene.add(
                Table.ALLOCATION,
                locality,
                1,
                mode,
                lead == null ? null : scene.cast().organisation(lead),
                HOURS,
                null,
                At.date((int) (scene.now() / 86_400)),
                reason,
                commissioner.id(),
                commissioner.name(),
                At.instant(scene.now() - DECIDED_BEFORE));
    }
}
