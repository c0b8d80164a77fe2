package cymru.pontio.placements;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Care a provider has accepted: it waits for its first visit, then it lives. */
@Entity
@Table(schema = "placements", name = "placement")
class Placement {
    @Id
    private UUID id;

    private String ref;
    private UUID awardId;
    private UUID carePackageId;
    private String packageRef;
    private UUID personId;
    private UUID providerId;
    private String locality;

    @Enumerated(EnumType.STRING)
    private PlacementStatus status;

    private BigDecimal rate;
    private LocalDate agreedStart;
    private @Nullable Instant firstVisitAt;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;
    private @Nullable UUID endedBy;
    private Instant acceptedAt;
    private int userMinutesWeek;
    private int carerMinutesWeek;

    @Version
    private @Nullable Long version;

    @ElementCollection
    @CollectionTable(schema = "placements", name = "placement_line", joinColumns = @JoinColumn(name = "placement_id"))
    private List<AwardLine> lines;

    @SuppressWarnings({"NullAway", "unused"}) // for JPA
    private Placement() {}

    Placement(PlacementRef ref, Award award, PackageFacts facts, LocalDate start, Instant acceptedAt) {
        id = Ids.next();
        this.ref = ref.value();
        awardId = award.id();
        carePackageId = facts.id().value();
        packageRef = facts.ref().value();
        personId = facts.person().value();
        providerId = award.provider();
        locality = facts.locality();
        status = PlacementStatus.PENDING_START;
        rate = award.rate().pounds();
        agreedStart = start;
        this.acceptedAt = acceptedAt;
        userMinutesWeek = award.hours().user().minutes();
        carerMinutesWeek = award.hours().carer().minutes();
        lines = List.copyOf(award.lines());
    }

    /** A delivered visit: the first one starts the placement, an earlier one that is told later moves the start back. */
    boolean visited(Instant visit) {
        if (status == PlacementStatus.REVOKED
                || endedOn != null && !Zone.dayOf(visit).isBefore(endedOn)) return false;
        if (firstVisitAt != null && !visit.isBefore(firstVisitAt)) return false;
        firstVisitAt = visit;
        if (status == PlacementStatus.PENDING_START) status = PlacementStatus.LIVE;
        return true;
    }

    /** A first visit before the acceptance counts from the acceptance. */
    Instant startedAt() {
        Instant visit = Objects.requireNonNull(firstVisitAt);
        return visit.isBefore(acceptedAt) ? acceptedAt : visit;
    }

    /** Care that was due to start did not. */
    void failedToStart(LocalDate today, @Nullable LocalDate newStart) {
        if (status != PlacementStatus.PENDING_START) throw new RuleBroken("placements.error.started");
        if (today.isBefore(agreedStart)) throw new RuleBroken("placements.error.notDue");
        if (newStart != null && !newStart.isAfter(agreedStart)) throw new RuleBroken("placements.error.notLater");
        if (newStart != null && newStart.isBefore(today)) throw new RuleBroken("placements.error.newStartPassed");
        if (newStart != null) agreedStart = newStart;
    }

    /** Care goes on until the notice is over. */
    void giveNotice() {
        mustBe(PlacementStatus.LIVE);
        status = PlacementStatus.NOTICE_GIVEN;
    }

    /** @param firstDayWithout care, after the first visit */
    void end(Actor by, CareEnd why, LocalDate firstDayWithout) {
        mustBe(PlacementStatus.PENDING_START, PlacementStatus.LIVE, PlacementStatus.NOTICE_GIVEN);
        if (firstVisitAt != null && !firstDayWithout.isAfter(Zone.dayOf(firstVisitAt)))
            throw new RuleBroken("placements.error.visitedLater", Zone.dayOf(firstVisitAt));
        status = PlacementStatus.ENDED;
        endedOn = firstDayWithout;
        endReason = why.name();
        endedBy = by.userId();
    }

    /** The wanted first day without care, or the one after the first visit if that is later. */
    LocalDate notBeforeFirstVisit(LocalDate wanted) {
        if (firstVisitAt == null) return wanted;
        LocalDate after = Zone.dayOf(firstVisitAt).plusDays(1);
        return wanted.isBefore(after) ? after : wanted;
    }

    void mustBe(PlacementStatus... states) {
        if (!List.of(states).contains(status))
            throw new RuleBroken(
                    "placements.error.state",
                    ref,
                    new DefaultMessageSourceResolvable("placements.PlacementStatus." + status));
    }

    /** The council takes the award back; only while nobody has been visited. */
    void revoke() {
        mustNotHaveStarted();
        mustBe(PlacementStatus.PENDING_START);
        status = PlacementStatus.REVOKED;
    }

    void mustNotHaveStarted() {
        if (firstVisitAt != null) throw new RuleBroken("placements.error.visited", firstVisitAt);
    }

    UUID id() {
        return id;
    }

    PlacementRef ref() {
        return new PlacementRef(ref);
    }

    PackageId carePackage() {
        return new PackageId(carePackageId);
    }

    String packageRef() {
        return packageRef;
    }

    UUID provider() {
        return providerId;
    }

    PlacementStatus status() {
        return status;
    }

    LocalDate agreedStart() {
        return agreedStart;
    }
}
