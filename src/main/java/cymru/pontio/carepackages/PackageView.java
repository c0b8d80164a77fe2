package cymru.pontio.carepackages;

import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.WeeklyHours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package as the pages of its own room show it.
 *
 * @param writers everybody who wrote any part of it
 * @param search its status, or the one a hold lies over
 * @param unfinishedCall a call that was begun and left, as its form keeps it
 * @param approvedAt when it was first approved; the days of waiting count from then
 */
record PackageView(
        PackageId id,
        PackageRef ref,
        UUID team,
        UUID author,
        Set<UUID> writers,
        PackageStatus status,
        PackageStatus search,
        PlanView plan,
        List<CallLineView> lines,
        WeeklyHours hours,
        @Nullable String unfinishedCall,
        @Nullable Money annualCost,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        Instant changedAt,
        long version) {

    /** For a form that is shown now. */
    public String stamp() {
        return Stamp.of(version).toString();
    }

    boolean may(Step step) {
        return step.allowedIn(status);
    }

    /** Without what only the person's own team reads. */
    PackageView forTheMarket() {
        Needs needs =
                new Needs("", Set.of(), plan.needs().summary(), plan.needs().language());
        Risks risks = new Risks(
                "",
                plan.risks().toWorkers(),
                plan.risks().equipment(),
                plan.risks().training());
        PlanView shown =
                new PlanView(null, needs, risks, plan.locality(), plan.start(), null, plan.interim(), plan.funding());
        return new PackageView(
                id,
                ref,
                team,
                author,
                Set.of(),
                status,
                search,
                shown,
                lines,
                hours,
                null,
                null,
                approvedBy,
                approvedAt,
                changedAt,
                version);
    }

    /** @param cover as it is now */
    PackageFacts facts(Cover cover) {
        LocalDate earliest = plan.start().earliest();
        LocalDate latest = plan.start().latest();
        if (approvedAt == null
                || plan.person() == null
                || plan.locality() == null
                || earliest == null
                || latest == null) throw new NotFound();
        return new PackageFacts(
                id,
                ref,
                Objects.requireNonNull(plan.person()),
                team,
                author,
                status,
                search,
                Objects.requireNonNull(plan.locality()),
                plan.needs().summary(),
                plan.risks().equipment(),
                plan.risks().toWorkers(),
                plan.risks().training(),
                plan.needs().language(),
                earliest,
                latest,
                cover,
                hours,
                approvedBy,
                lines);
    }
}
