package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A start-up grant. Whoever recorded the application does not decide it. */
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
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String conditions,
        @Nullable String reason,
        @Nullable LocalDate paidOn) {

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
        if (status != GrantStatus.APPLIED) throw new RuleBroken("microenterprises.error.grantStep", status.name());
        if (appliedBy.equals(by.userId())) throw new RuleBroken("microenterprises.error.ownGrant");
    }

    boolean decidableBy(Actor by) {
        return status == GrantStatus.APPLIED && by.is(Role.COMMISSIONER) && !appliedBy.equals(by.userId());
    }

    void mustBePayable() {
        if (status != GrantStatus.APPROVED) throw new RuleBroken("microenterprises.error.grantStep", status.name());
    }

    /** The council's financial year begins on 1 April. */
    static int financialYear(LocalDate day) {
        return day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
    }
}
