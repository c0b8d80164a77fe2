package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A start-up grant. Whoever recorded the application does not decide it, and whoever decided it does not pay it. */
record Grant(
        UUID id,
        UUID micro,
        String microRef,
        String microName,
        Money amount,
        Purpose purpose,
        String detail,
        GrantStatus status,
        UUID appliedBy,
        String appliedByName,
        Instant appliedAt,
        @Nullable UUID decidedBy,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String conditions,
        @Nullable String reason,
        @Nullable LocalDate paidOn,
        @Nullable String paymentRef,
        @Nullable String paidByName,
        @Nullable Instant paidAt) {

    /** What has proved to decide whether somebody dares to begin. */
    enum Purpose {
        INSURANCE,
        UNIFORM,
        PUBLICITY,
        EQUIPMENT,
        TRAINING,
        OTHER
    }

    void mustBeDecidable(Actor by) {
        if (status != GrantStatus.APPLIED) throw meanwhile();
        if (appliedBy.equals(by.userId())) throw new RuleBroken("microenterprises.error.ownGrant");
    }

    boolean decidableBy(Actor by) {
        return status == GrantStatus.APPLIED && by.is(Role.COMMISSIONER) && !appliedBy.equals(by.userId());
    }

    void mustBePayable(Actor by) {
        if (status != GrantStatus.APPROVED) throw meanwhile();
        if (by.userId().equals(decidedBy)) throw new RuleBroken("microenterprises.error.ownDecision");
    }

    boolean payableBy(Actor by) {
        return status == GrantStatus.APPROVED
                && by.isAny(Role.FINANCE, Role.DP_ADVISER)
                && !by.userId().equals(decidedBy);
    }

    /** The day before which it cannot have been paid. */
    @Nullable
    LocalDate decidedOn() {
        return decidedAt == null ? null : Zone.dayOf(decidedAt);
    }

    /** What somebody who comes too late is told: how it stands, by whom and since when. */
    private RuleBroken meanwhile() {
        String key = "microenterprises.error.grantStep";
        return switch (status) {
            case APPLIED -> new RuleBroken(key, status.name(), appliedByName, appliedAt);
            case APPROVED, REFUSED ->
                new RuleBroken(
                        key, status.name(), Objects.requireNonNull(decidedByName), Objects.requireNonNull(decidedAt));
            case PAID ->
                new RuleBroken(key, status.name(), Objects.requireNonNull(paidByName), Objects.requireNonNull(paidOn));
        };
    }

    /** The council's financial year begins on 1 April. */
    static int financialYear(LocalDate day) {
        return day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
    }
}
