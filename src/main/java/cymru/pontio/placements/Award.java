package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.allocation.DirectReason;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.kernel.WorkingTime;
import cymru.pontio.matching.Scored;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decision that a provider is to have a package or some of its calls. */
@Entity
@Table(schema = "placements", name = "award")
class Award {
    /** A provider answers within half a working day. */
    static final Duration CLOCK = Duration.ofHours(4);

    @Id
    private UUID id;

    private String ref;
    private UUID carePackageId;
    private String packageRef;
    private UUID teamId;
    private String locality;
    private @Nullable UUID advertId;
    private @Nullable UUID bidId;
    private @Nullable String bidRef;
    private UUID providerId;

    @Enumerated(EnumType.STRING)
    private AwardStatus status;

    private @Nullable Integer place;
    private boolean top;
    private @Nullable UUID followsId;

    private @Nullable UUID together;
    private LocalDate startOn;

    @Embedded
    private AwardPrice price;

    private @Nullable String reason;
    private @Nullable String exceptionalReason;

    @Enumerated(EnumType.STRING)
    private @Nullable DirectReason directReason;

    private UUID proposedBy;
    private String proposedByName;
    private Instant proposedAt;
    private @Nullable UUID approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable Instant offeredAt;
    private @Nullable Instant respondBy;
    private @Nullable UUID answeredBy;
    private @Nullable Instant answeredAt;
    private @Nullable String answerReason;

    @Embedded
    private @Nullable RevocationAsked revocation;

    private @Nullable UUID revokedBy;
    private String changedByName;
    private Instant changedAt;

    @Version
    private @Nullable Long version;

    @ElementCollection
    @CollectionTable(schema = "placements", name = "award_line", joinColumns = @JoinColumn(name = "award_id"))
    private List<AwardLine> lines;

    @ElementCollection
    @CollectionTable(schema = "placements", name = "award_score", joinColumns = @JoinColumn(name = "award_id"))
    private List<AwardScore> scores;

    @SuppressWarnings({"NullAway", "unused"}) // for JPA
    private Award() {}

    Award(AwardRef ref, PackageFacts facts, AwardTerms terms, Money plan, Actor by, Instant now) {
        AwardTerms.Chosen chosen = terms.chosen();
        id = Ids.next();
        this.ref = ref.value();
        carePackageId = facts.id().value();
        packageRef = facts.ref().value();
        teamId = facts.team();
        locality = facts.locality();
        advertId = chosen == null ? null : chosen.advert().value();
        bidId = chosen == null ? null : chosen.bid().id();
        bidRef = chosen == null ? null : chosen.bid().ref().value();
        place = chosen == null ? null : chosen.bid().score().place();
        scores = chosen == null ? List.of() : scores(chosen.bid().score());
        providerId = terms.provider();
        status = AwardStatus.PROPOSED;
        top = terms.top();
        followsId = terms.follows();
        together = terms.together();
        startOn = terms.start();
        lines = terms.lines();
        price = AwardPrice.of(facts, terms, plan);
        reason = terms.reason();
        exceptionalReason = chosen == null ? null : chosen.bid().exceptional();
        directReason = terms.direct();
        proposedBy = by.userId();
        proposedByName = by.name();
        proposedAt = now;
        changedByName = by.name();
        changedAt = now;
        if (lines.isEmpty()) throw new RuleBroken("placements.error.noCalls");
        if (reason == null && (!top || directReason != null)) throw new RuleBroken("placements.error.reason");
    }

    /** The second person agrees; the offer goes out at once. */
    void approve(Actor by, Instant now) {
        mustBe(AwardStatus.PROPOSED);
        mustBeSecond(by);
        if (!SecondPerson.withinLimit(by, cost())) throw new RuleBroken("placements.error.limit");
        approvedBy = by.userId();
        approvedAt = now;
        changed(by.name(), now);
    }

    void refuse(Actor by, Instant now, String why) {
        mustBeRefusable(by);
        status = AwardStatus.REFUSED;
        answerReason = why;
        changed(by.name(), now);
    }

    /** The provider's clock starts. */
    void offer(String byName, Instant now) {
        mustBe(AwardStatus.PROPOSED);
        if (approvedBy == null && !causes().isEmpty()) throw new IllegalStateException("no second person: " + ref);
        status = AwardStatus.OFFERED;
        offeredAt = now;
        respondBy = WorkingTime.plus(now, CLOCK);
        changed(byName, now);
    }

    void mustBeRefusable(Actor by) {
        mustBe(AwardStatus.PROPOSED);
        mustBeSecond(by);
    }

    void accept(Actor by, Instant now) {
        mustBeAnswerable(now);
        answered(AwardStatus.ACCEPTED, by, now);
    }

    void decline(Actor by, Instant now, String why) {
        mustBeAnswerable(now);
        answerReason = why;
        answered(AwardStatus.DECLINED, by, now);
    }

    /** The clock ran out; tells whether it did. */
    boolean expire(String byName, Instant now) {
        if (!overdue(now)) return false;
        status = AwardStatus.EXPIRED;
        changed(byName, now);
        return true;
    }

    void askRevocation(Actor by, Instant now, String why) {
        mustNotBeAsked();
        revocation = new RevocationAsked(by.userId(), now, why);
    }

    /** It can be taken back, and nobody has asked for that yet. */
    void mustNotBeAsked() {
        mustBeRevocable();
        if (revocation != null) throw new RuleBroken("placements.error.revocationAsked");
    }

    void keep(Actor by) {
        mustBeSecondToRevoke(by);
        revocation = null;
    }

    void revoke(Actor by, Instant now) {
        mustBeSecondToRevoke(by);
        status = AwardStatus.REVOKED;
        revokedBy = by.userId();
        changed(by.name(), now);
    }

    /** Nobody wants the care any longer: whoever was asked about it need not answer. */
    void fall(Actor by, Instant now) {
        if (status != AwardStatus.OFFERED) mustBe(AwardStatus.PROPOSED);
        revocation = null;
        revokedBy = status == AwardStatus.OFFERED ? by.userId() : null;
        status = status == AwardStatus.OFFERED ? AwardStatus.REVOKED : AwardStatus.REFUSED;
        changed(by.name(), now);
    }

    boolean overdue(Instant now) {
        return status == AwardStatus.OFFERED && respondBy != null && !now.isBefore(respondBy);
    }

    Set<SecondPerson.Cause> causes() {
        return SecondPerson.causes(
                top, directReason != null, exceptionalReason != null, cost(), new Money(price.planYear()));
    }

    /** What somebody who comes too late is told: which award was first, how it stands, by whom and since when. */
    RuleBroken tooLate() {
        return new RuleBroken("placements.error.tooLate", status.name(), changedByName, changedAt, ref).about(ref);
    }

    private void mustBe(AwardStatus wanted) {
        if (status != wanted) throw tooLate();
    }

    private void mustBeSecond(Actor by) {
        if (proposedBy.equals(by.userId())) throw new RuleBroken("placements.error.own");
        // Of several that stand together no one team can decide.
        if (together != null && !by.is(Role.COMMISSIONER)) throw new NotFound();
        if (!SecondPerson.answersFor(by, causes(), teamId)) throw new NotFound();
    }

    void mustBeAnswerable(Instant now) {
        if (status == AwardStatus.OFFERED && overdue(now))
            throw new RuleBroken("placements.error.ranOut", Objects.requireNonNull(respondBy));
        mustBe(AwardStatus.OFFERED);
    }

    private void mustBeRevocable() {
        if (status != AwardStatus.OFFERED && status != AwardStatus.ACCEPTED) throw tooLate();
    }

    private void mustBeSecondToRevoke(Actor by) {
        mustBeRevocable();
        if (revocation == null) throw new RuleBroken("placements.error.revocationNotAsked");
        if (revocation.by().equals(by.userId())) throw new RuleBroken("placements.error.own");
    }

    private void answered(AwardStatus answer, Actor by, Instant now) {
        status = answer;
        answeredBy = by.userId();
        answeredAt = now;
        changed(by.name(), now);
    }

    private void changed(String byName, Instant now) {
        changedByName = byName;
        changedAt = now;
    }

    private static List<AwardScore> scores(Scored score) {
        return score.points().stream().map(AwardScore::of).toList();
    }

    UUID id() {
        return id;
    }

    AwardRef ref() {
        return new AwardRef(ref);
    }

    PackageId carePackage() {
        return new PackageId(carePackageId);
    }

    String packageRef() {
        return packageRef;
    }

    @Nullable
    AdvertId advert() {
        return advertId == null ? null : new AdvertId(advertId);
    }

    @Nullable
    UUID bid() {
        return bidId;
    }

    @Nullable
    String bidRef() {
        return bidRef;
    }

    /** The same for those it stands and falls with. */
    @Nullable
    UUID together() {
        return together;
    }

    UUID provider() {
        return providerId;
    }

    String locality() {
        return locality;
    }

    AwardStatus status() {
        return status;
    }

    @Nullable
    Integer place() {
        return place;
    }

    Money rate() {
        return new Money(price.rate());
    }

    LocalDate start() {
        return startOn;
    }

    Money cost() {
        return new Money(price.costYear());
    }

    WeeklyHours hours() {
        return WeeklyHours.ofMinutes(price.userMinutesWeek(), price.carerMinutesWeek());
    }

    @Nullable
    DirectReason directReason() {
        return directReason;
    }

    @Nullable
    String revocationReason() {
        return revocation == null ? null : revocation.reason();
    }

    List<AwardLine> lines() {
        return lines;
    }

    List<AwardScore> scores() {
        return scores;
    }
}
