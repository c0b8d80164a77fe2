package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.rates.CareService;
import cymru.pontio.rates.Decision;
import cymru.pontio.rates.PriceZone;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** New rates for running placements from a day to come: saved by one person, decided by another. */
@Entity
@Table(schema = "rates", name = "proposal")
class RateProposal {
    enum Kind {
        SIMPLIFICATION,
        UPLIFT
    }

    @Id
    private UUID id;

    private String ref;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Decision status;

    @Enumerated(EnumType.STRING)
    private @Nullable Grouping grouping;

    @Enumerated(EnumType.STRING)
    private @Nullable Basis basis;

    private @Nullable Integer target;
    private @Nullable BigDecimal percent;
    private @Nullable BigDecimal pounds;

    @Enumerated(EnumType.STRING)
    private @Nullable CareService service;

    @Enumerated(EnumType.STRING)
    private @Nullable PriceZone zone;

    private LocalDate fromOn;
    private String reason;
    private UUID proposedBy;
    private String proposedByName;
    private Instant proposedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;
    private @Nullable Integer changed;

    @Version
    private @Nullable Long version;

    @SuppressWarnings({"NullAway", "unused"}) // for JPA
    protected RateProposal() {}

    RateProposal(ProposalRef ref, ProposalTerms terms, Actor by, LocalDate today, Instant at) {
        if (!terms.from().isAfter(today)) throw new RuleBroken("simplification.error.past");
        id = Ids.next();
        this.ref = ref.value();
        status = Decision.PROPOSED;
        fromOn = terms.from();
        reason = terms.reason();
        proposedBy = by.userId();
        proposedByName = by.name();
        proposedAt = at;
        switch (terms) {
            case SimplifyTerms simplify -> {
                kind = Kind.SIMPLIFICATION;
                grouping = simplify.grouping();
                basis = simplify.basis();
                target = simplify.target();
            }
            case UpliftTerms uplift -> {
                kind = Kind.UPLIFT;
                percent = uplift.percent();
                pounds = uplift.pounds();
                service = uplift.service();
                zone = uplift.zone();
            }
        }
    }

    /** May this person agree to it today? What is delivered keeps its rate. */
    void mustBeApprovable(Actor by, LocalDate today) {
        mustBeOpen();
        if (proposedBy.equals(by.userId())) throw new RuleBroken("simplification.error.own");
        if (!fromOn.isAfter(today)) throw new RuleBroken("simplification.error.past");
    }

    /** @param placements that were given a new rate */
    void approve(Actor by, LocalDate today, Instant at, int placements) {
        mustBeApprovable(by, today);
        changed = placements;
        decided(Decision.APPROVED, by, at, null);
    }

    void turnDown(Actor by, String why, Instant at) {
        mustBeOpen();
        decided(proposedBy.equals(by.userId()) ? Decision.WITHDRAWN : Decision.REFUSED, by, at, why);
    }

    private void mustBeOpen() {
        if (status != Decision.PROPOSED)
            throw new RuleBroken(
                    "simplification.error.decided", status.name(), Objects.requireNonNullElse(decidedByName, ""));
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

    Decision status() {
        return status;
    }

    LocalDate from() {
        return fromOn;
    }

    ProposalView view(Actor reader) {
        return new ProposalView(
                id,
                new ProposalRef(ref),
                status,
                terms(),
                proposedByName,
                proposedAt,
                decidedByName,
                decidedAt,
                decisionReason,
                changed,
                proposedBy.equals(reader.userId()));
    }

    private ProposalTerms terms() {
        if (kind == Kind.UPLIFT) return new UpliftTerms(percent, pounds, service, zone, fromOn, reason);
        return new SimplifyTerms(
                Objects.requireNonNull(grouping),
                Objects.requireNonNull(basis),
                Objects.requireNonNull(target),
                fromOn,
                reason);
    }
}
