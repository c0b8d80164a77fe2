package cymru.pontio.rates;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import jakarta.persistence.Embedded;
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

/** One person proposes what a rate is to be, another decides; until then nothing has changed. */
@Entity
@Table(schema = "rates", name = "rate_change")
class RateChange {
    @Id
    private UUID id;

    private String ref;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    @Enumerated(EnumType.STRING)
    private Decision status;

    @Embedded
    private RateTerms terms;

    private String reason;
    private UUID proposedBy;
    private String proposedByName;
    private Instant proposedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;

    @Version
    private @Nullable Long version;

    @SuppressWarnings({"NullAway", "unused"}) // for JPA
    protected RateChange() {}

    RateChange(RateChangeRef ref, ChangeKind kind, RateTerms terms, String reason, Actor by, Instant at) {
        id = Ids.next();
        this.ref = ref.value();
        this.kind = kind;
        status = Decision.PROPOSED;
        this.terms = terms;
        this.reason = reason;
        proposedBy = by.userId();
        proposedByName = by.name();
        proposedAt = at;
    }

    /** The second person agrees. What is to begin must still lie ahead; what adjusts the past is behind anyway. */
    void approve(Actor by, LocalDate today, Instant at) {
        mustBeOpen();
        if (proposedBy.equals(by.userId())) throw new RuleBroken("rates.error.own");
        if (terms.fromOn().isBefore(kind.soonest(today))) throw new RuleBroken("rates.error.past", terms.fromOn());
        decided(Decision.APPROVED, by, at, null);
    }

    /** The second person says no, or the proposer takes it back. */
    void turnDown(Actor by, String why, Instant at) {
        mustBeOpen();
        decided(proposedBy.equals(by.userId()) ? Decision.WITHDRAWN : Decision.REFUSED, by, at, why);
    }

    private void mustBeOpen() {
        if (status != Decision.PROPOSED)
            throw new RuleBroken("rates.error.decided", status.name(), decidedByName == null ? "" : decidedByName);
    }

    private void decided(Decision decision, Actor by, Instant at, @Nullable String why) {
        status = decision;
        decidedBy = by.userId();
        decidedByName = by.name();
        decidedAt = at;
        decisionReason = why;
    }

    UUID id() {
        return id;
    }

    ChangeKind kind() {
        return kind;
    }

    RateTerms terms() {
        return terms;
    }

    Decision status() {
        return status;
    }

    RateChangeView view(Actor reader) {
        return new RateChangeView(
                new RateChangeRef(ref),
                kind,
                status,
                terms,
                reason,
                proposedByName,
                proposedAt,
                decidedByName,
                decidedAt,
                decisionReason,
                proposedBy.equals(reader.userId()));
    }
}
