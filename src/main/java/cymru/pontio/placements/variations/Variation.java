package cymru.pontio.placements.variations;

import static cymru.pontio.placements.variations.VariationStatus.AGREED;
import static cymru.pontio.placements.variations.VariationStatus.REQUESTED;
import static cymru.pontio.placements.variations.VariationStatus.WITH_FINANCE;
import static cymru.pontio.placements.variations.VariationStatus.WITH_PROVIDER;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * A change of what a placement gives. What was asked for is never edited; others add their yes or no.
 *
 * @param from first day on which it counts; of an end the first day without care by this provider
 * @param until first day on which the week before is back; none for good
 * @param end why care by this provider ends; none where calls change
 * @param byProvider whether the provider asked; then it need not say yes again
 * @param agreedAt when the last of them had said yes
 */
public record Variation(
        UUID id,
        VariationRef ref,
        UUID placement,
        PlacementRef placementRef,
        PackageId carePackage,
        String packageRef,
        UUID team,
        UUID provider,
        String providerName,
        Set<Kind> kinds,
        VariationStatus status,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable CareEnd end,
        String reason,
        WeeklyHours before,
        WeeklyHours after,
        boolean byProvider,
        boolean needsManager,
        boolean asksProvider,
        UUID requestedBy,
        String requestedByName,
        Instant requestedAt,
        @Nullable UUID approvedBy,
        @Nullable UUID financeBy,
        @Nullable UUID acceptedBy,
        @Nullable Instant agreedAt) {

    /** Why somebody may not approve it. */
    public enum Obstacle {
        OWN_REQUEST,
        NEEDS_MANAGER,
        NEEDS_BROKER,
        NO_LIMIT,
        OVER_LIMIT,
        EMBARGO
    }

    public boolean adds() {
        return kinds.contains(Kind.INCREASE) || kinds.contains(Kind.DOUBLE_UP_ON);
    }

    public boolean backdated(LocalDate today) {
        return from.isBefore(today);
    }

    /** Days before this one were past when it was agreed, or are while it is not; of what never came none were. */
    LocalDate pastBefore(LocalDate today) {
        if (agreedAt != null) return Zone.dayOf(agreedAt);
        return status.open() ? today : from;
    }

    /** All reasons against an approval by this manager or broker. An end is the broker's: it is work to place or to close. */
    List<Obstacle> obstacles(Actor actor, Money yearly, boolean embargo) {
        List<Obstacle> against = new ArrayList<>();
        if (requestedBy.equals(actor.userId())) against.add(Obstacle.OWN_REQUEST);
        if (end != null && !actor.is(Role.BROKER)) against.add(Obstacle.NEEDS_BROKER);
        if (needsManager && !actor.is(Role.TEAM_MANAGER)) against.add(Obstacle.NEEDS_MANAGER);
        if (needsManager && actor.is(Role.TEAM_MANAGER)) {
            Money limit = actor.approvalLimit();
            if (limit == null) against.add(Obstacle.NO_LIMIT);
            else if (yearly.isMoreThan(limit)) against.add(Obstacle.OVER_LIMIT);
        }
        if (adds() && embargo) against.add(Obstacle.EMBARGO);
        return List.copyOf(against);
    }

    Variation approved(Actor by, LocalDate today) {
        must(REQUESTED);
        return with(by.userId(), financeBy, acceptedBy, today);
    }

    Variation financed(Actor by, LocalDate today) {
        must(WITH_FINANCE);
        if (by.userId().equals(requestedBy) || by.userId().equals(approvedBy))
            throw new RuleBroken("variations.error.secondPerson");
        return with(approvedBy, by.userId(), acceptedBy, today);
    }

    Variation accepted(Actor by, LocalDate today) {
        must(WITH_PROVIDER);
        return with(approvedBy, financeBy, by.userId(), today);
    }

    void must(VariationStatus... allowed) {
        if (!List.of(allowed).contains(status))
            throw new RuleBroken(
                    "variations.error.state",
                    ref.value(),
                    new DefaultMessageSourceResolvable("variations.VariationStatus." + status));
    }

    /** Whose turn it is now: a day that is past needs finance, more work or other times the provider. */
    private Variation with(
            @Nullable UUID approval, @Nullable UUID finance, @Nullable UUID acceptance, LocalDate today) {
        VariationStatus next = AGREED;
        if (asksProvider && acceptance == null) next = WITH_PROVIDER;
        if (backdated(today) && finance == null) next = WITH_FINANCE;
        return new Variation(
                id,
                ref,
                placement,
                placementRef,
                carePackage,
                packageRef,
                team,
                provider,
                providerName,
                kinds,
                next,
                from,
                until,
                end,
                reason,
                before,
                after,
                byProvider,
                needsManager,
                asksProvider,
                requestedBy,
                requestedByName,
                requestedAt,
                approval,
                finance,
                acceptance,
                agreedAt);
    }
}
