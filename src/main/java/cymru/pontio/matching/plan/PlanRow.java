package cymru.pontio.matching.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One package of a plan.
 *
 * @param providerRef who could take it; none if it is left out
 * @param pence what it would cost a week
 * @param unbid rounds of it that closed without a bid within a year
 * @param said what the provider answered to rounds there
 * @param otherTimes the hours it takes where calls lie at other parts of the day than asked; none where they do not
 * @param ways what would let it in, where it is left out
 * @param tried all that could let it in; not so where a person stopped the plan before
 * @param neededFrom first day without the provider that leaves; none of a package that waits
 * @param going what is under way for it when the plan is read
 */
record PlanRow(
        String packageRef,
        String locality,
        String areaEn,
        String areaCy,
        String status,
        int urgency,
        int days,
        int userMinutes,
        int workerMinutes,
        @Nullable String providerRef,
        @Nullable String providerName,
        @Nullable Integer points,
        @Nullable Long pence,
        int unbid,
        @Nullable Declined said,
        List<Way.Hours> otherTimes,
        List<Way> ways,
        boolean tried,
        @Nullable LocalDate neededFrom,
        @Nullable Going going) {
    /** Nothing else is to be begun for a package while this is not over; or at all, where it waits for nobody any more. */
    record Going(Step step, @Nullable Instant deadline) {
        enum Step {
            AWARD,
            BIDS,
            ROUND,
            OVER
        }
    }

    public boolean placed() {
        return providerRef != null;
    }

    /** Given by hours that are only supposed. */
    public boolean supposed() {
        return WaitingWork.SUPPOSED.equals(providerRef);
    }

    /** A week; none where it is left out. */
    public @Nullable BigDecimal pounds() {
        return pence == null ? null : BigDecimal.valueOf(pence, 2);
    }

    public Urgency need() {
        return Urgency.values()[urgency - 1];
    }

    public Waits waits() {
        return Waits.valueOf(status);
    }

    public boolean leaves() {
        return neededFrom != null;
    }

    public boolean bridged() {
        return status.equals("BRIDGED");
    }
}
