package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One embargo: one commissioner imposes it at once, because it protects people; two lift it. */
@Entity
@Table(schema = "providers", name = "embargo")
class ImposedEmbargo {
    @Id
    private UUID id;

    private String ref;
    private UUID providerId;

    @Enumerated(EnumType.STRING)
    private Embargo level;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    private String reason;
    private String language;
    private UUID imposedBy;
    private String imposedByName;
    private Instant imposedAt;
    private LocalDate reviewOn;
    private @Nullable UUID liftAskedBy;
    private @Nullable String liftAskedByName;
    private @Nullable Instant liftAskedAt;
    private @Nullable String liftReason;
    private @Nullable UUID liftedBy;
    private @Nullable String liftedByName;
    private @Nullable Instant liftedAt;

    @Version
    private @Nullable Long version;

    protected ImposedEmbargo() {}

    ImposedEmbargo(EmbargoRef ref, UUID provider, EmbargoTerms terms, Actor by, Instant now) {
        if (terms.level() == Embargo.NONE) throw new IllegalArgumentException("an embargo stops something");
        ReviewDate.mustBeGood(terms.reviewOn(), Zone.dayOf(now));
        this.id = Ids.next();
        this.ref = ref.value();
        this.providerId = provider;
        this.level = terms.level();
        this.cause = terms.cause();
        this.reason = terms.reason();
        this.language = terms.language();
        this.imposedBy = by.userId();
        this.imposedByName = by.name();
        this.imposedAt = now;
        this.reviewOn = terms.reviewOn();
    }

    /** It goes on, and is looked at again on another day. It may become wider at once, never narrower. */
    Step review(Embargo newLevel, LocalDate again, Instant now) {
        mustBeInForce();
        if (newLevel.ordinal() < level.ordinal()) throw new RuleBroken("embargo.error.narrower", ref);
        ReviewDate.mustBeGood(again, Zone.dayOf(now));
        boolean wider = newLevel != level;
        level = newLevel;
        reviewOn = again;
        return wider ? Step.WIDENED : Step.REVIEWED;
    }

    void askToLift(Actor by, String why, Instant now) {
        mustBeInForce();
        if (liftAskedBy != null) throw new RuleBroken("embargo.error.askedAlready", ref);
        liftAskedBy = by.userId();
        liftAskedByName = by.name();
        liftAskedAt = now;
        liftReason = why;
    }

    void lift(Actor by, Instant now) {
        mustBeAsked();
        if (by.userId().equals(liftAskedBy)) throw new RuleBroken("embargo.error.own", ref);
        liftedBy = by.userId();
        liftedByName = by.name();
        liftedAt = now;
    }

    /** The embargo stays. Whoever asked may take the question back; anybody else may say no. */
    void refuseToLift() {
        mustBeAsked();
        liftAskedBy = null;
        liftAskedByName = null;
        liftAskedAt = null;
        liftReason = null;
    }

    private void mustBeAsked() {
        mustBeInForce();
        if (liftAskedBy == null) throw new RuleBroken("embargo.error.notAsked", ref);
    }

    private void mustBeInForce() {
        if (liftedAt != null) throw new RuleBroken("embargo.error.lifted", ref);
    }

    UUID id() {
        return id;
    }

    EmbargoRef ref() {
        return new EmbargoRef(ref);
    }

    UUID provider() {
        return providerId;
    }

    Embargo level() {
        return level;
    }

    /** What matching may read from now on. */
    Embargo effect() {
        return liftedAt == null ? level : Embargo.NONE;
    }

    Cause cause() {
        return cause;
    }

    String reason() {
        return reason;
    }

    String liftReason() {
        return liftReason == null ? "" : liftReason;
    }

    LocalDate reviewOn() {
        return reviewOn;
    }
}
