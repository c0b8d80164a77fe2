package cymru.pontio.bridging;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One time of cover by the council's own team: asked for, answered, reviewed every fourteen days, ended. */
@Entity
@Table(schema = "bridging", name = "episode")
class Episode {
    static final int DAYS_TO_REVIEW = 14;

    @Id
    private UUID id;

    private String ref;
    private UUID carePackageId;
    private UUID personId;
    private String locality;

    @Enumerated(EnumType.STRING)
    private EpisodeStatus status;

    private int userMinutesWeek;
    private int carerMinutesWeek;
    private int displacedMinutesWeek;

    @Enumerated(EnumType.STRING)
    private RequestReason reason;

    private UUID requestedBy;
    private Instant requestedAt;
    private @Nullable UUID answeredBy;
    private @Nullable Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RefusalReason answerReason;

    private @Nullable LocalDate startedOn;
    private @Nullable LocalDate expectedEnd;
    private @Nullable LocalDate reviewOn;
    private @Nullable LocalDate endedOn;
    private @Nullable UUID endedBy;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    @Version
    private @Nullable Long version;

    protected Episode() {}

    /** Asked for while the package waits; what it needs is written down as it is now. */
    Episode(UUID id, EpisodeRef ref, Actor by, PackageFacts facts, RequestReason reason, Instant now) {
        if (!facts.status().waiting())
            throw new RuleBroken("bridging.error.notWaiting", facts.ref().value());
        this.id = id;
        this.ref = ref.value();
        this.carePackageId = facts.id().value();
        this.personId = facts.person().value();
        this.locality = facts.locality();
        this.status = EpisodeStatus.REQUESTED;
        this.userMinutesWeek = facts.hours().user().minutes();
        this.carerMinutesWeek = facts.hours().carer().minutes();
        this.reason = reason;
        this.requestedBy = by.userId();
        this.requestedAt = now;
    }

    void accept(Actor by, Acceptance terms, Instant now) {
        mustWait();
        status = EpisodeStatus.ACTIVE;
        startedOn = terms.start();
        expectedEnd = terms.expectedEnd();
        displacedMinutesWeek = terms.displacedMinutes();
        reviewOn = terms.start().plusDays(DAYS_TO_REVIEW);
        answeredBy = by.userId();
        answeredAt = now;
    }

    void refuse(Actor by, RefusalReason why, Instant now) {
        mustWait();
        status = EpisodeStatus.REFUSED;
        answerReason = why;
        answeredBy = by.userId();
        answeredAt = now;
    }

    void review(LocalDate today, LocalDate newExpectedEnd) {
        mustRun();
        expectedEnd = newExpectedEnd;
        reviewOn = today.plusDays(DAYS_TO_REVIEW);
    }

    /** @param agencyStarted the day of the first visit of the provider that stays, if there was one */
    void end(Actor by, LocalDate last, EndReason why, Optional<LocalDate> agencyStarted, LocalDate today, Instant now) {
        mustRun();
        LocalDate first = started();
        if (last.isBefore(first)) throw new RuleBroken("bridging.error.endBeforeStart", ref);
        if (last.isAfter(today) && !last.equals(first)) throw new RuleBroken("bridging.error.endInFuture", ref);
        if (why == EndReason.AGENCY_STARTED
                && agencyStarted.filter(day -> !day.isAfter(last)).isEmpty())
            throw new RuleBroken("bridging.error.agencyNotStarted", ref);
        status = EpisodeStatus.ENDED;
        endedOn = last;
        endReason = why;
        endedBy = by.userId();
        endedAt = now;
    }

    /**
     * With its package, or because the person is in hospital: nobody is asked, and what was recorded later is kept.
     *
     * @return the last day: that one, or the first day if that is later
     */
    LocalDate endWith(Actor by, LocalDate wanted, EndReason why, Instant now) {
        mustRun();
        LocalDate last = wanted.isBefore(started()) ? started() : wanted;
        status = EpisodeStatus.ENDED;
        endedOn = last;
        endReason = why;
        endedBy = by.userId();
        endedAt = now;
        return last;
    }

    /** Cover is recorded for days on which it was given: from its start to its end, never in the future. */
    void mayRecord(LocalDate day, LocalDate today) {
        mustHaveBegun();
        boolean outside = day.isBefore(started()) || day.isAfter(today) || (endedOn != null && day.isAfter(endedOn));
        if (outside) throw new RuleBroken("bridging.error.dayOutside", ref);
    }

    LocalDate started() {
        if (startedOn == null) throw new IllegalStateException(ref + " has not started");
        return startedOn;
    }

    /** Nobody has said yes or no yet. */
    void mustWait() {
        if (answeredAt != null) throw new RuleBroken("bridging.error.answered", ref, answeredAt, status.name());
    }

    void mustRun() {
        mustHaveBegun();
        if (status == EpisodeStatus.ENDED)
            throw new RuleBroken("bridging.error.ended", ref, Objects.requireNonNull(endedAt));
    }

    /** Whether or not it is over: what was given may be told later. */
    void mustHaveBegun() {
        if (answeredAt == null) throw new RuleBroken("bridging.error.notAnswered", ref);
        if (status == EpisodeStatus.REFUSED) mustWait();
    }

    UUID id() {
        return id;
    }

    boolean active() {
        return status == EpisodeStatus.ACTIVE;
    }

    EpisodeView view() {
        return new EpisodeView(
                id,
                new EpisodeRef(ref),
                new PackageId(carePackageId),
                locality,
                status,
                WeeklyHours.ofMinutes(userMinutesWeek, carerMinutesWeek),
                displacedMinutesWeek,
                reason,
                new EpisodeView.Deed(requestedBy, requestedAt),
                answeredBy == null || answeredAt == null ? null : new EpisodeView.Deed(answeredBy, answeredAt),
                answerReason,
                startedOn,
                expectedEnd,
                reviewOn,
                endedOn,
                endedBy == null || endedAt == null ? null : new EpisodeView.Deed(endedBy, endedAt),
                endReason);
    }
}
