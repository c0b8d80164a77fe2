package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Lot;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one commissioner proposes about a provider and another decides. */
@Entity
@Table(schema = "providers", name = "accreditation_proposal")
class Proposal {
    /** How a proposal ended. */
    public enum Outcome {
        CONFIRMED,
        TURNED_DOWN,
        WITHDRAWN,
        /** The provider left meanwhile. */
        OVERTAKEN
    }

    @Id
    private UUID id;

    private UUID providerId;

    @Enumerated(EnumType.STRING)
    private ProposalKind kind;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] lots = {};

    private @Nullable Integer tier;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] areas = {};

    private @Nullable LocalDate grantedUntil;
    private String reason;
    private UUID proposedBy;
    private String proposedByName;
    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable UUID decidedBy;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedReason;

    @Version
    private @Nullable Long version;

    protected Proposal() {}

    static Proposal of(UUID provider, ProposalTerms terms, Actor by, Instant at) {
        Proposal proposal = new Proposal();
        proposal.id = Ids.next();
        proposal.providerId = provider;
        proposal.kind = terms.kind();
        proposal.lots = AnswerStore.names(terms.lots());
        proposal.tier = terms.tier();
        proposal.areas = terms.areas().stream().sorted().toArray(String[]::new);
        proposal.grantedUntil = terms.until();
        proposal.reason = terms.reason();
        proposal.proposedBy = by.userId();
        proposal.proposedByName = by.name();
        proposal.proposedAt = at;
        return proposal;
    }

    void confirm(Actor by, Instant at) {
        mustBeAnother(by);
        end(Outcome.CONFIRMED, by, at);
    }

    void turnDown(Actor by, String why, Instant at) {
        mustBeAnother(by);
        end(Outcome.TURNED_DOWN, by, at);
        decidedReason = why;
    }

    void withdraw(Actor by, Instant at) {
        if (!by.userId().equals(proposedBy)) throw new RuleBroken("accreditation.error.notYours");
        end(Outcome.WITHDRAWN, by, at);
    }

    void overtake(Actor by, Instant at) {
        end(Outcome.OVERTAKEN, by, at);
    }

    private void mustBeAnother(Actor by) {
        if (by.userId().equals(proposedBy)) throw new RuleBroken("accreditation.error.ownProposal");
    }

    private void end(Outcome how, Actor by, Instant at) {
        if (outcome != null) throw new RuleBroken("accreditation.error.decided");
        outcome = how;
        decidedBy = by.userId();
        decidedByName = by.name();
        decidedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID provider() {
        return providerId;
    }

    ProposalKind kind() {
        return kind;
    }

    List<Lot> lots() {
        return Accreditations.lots(lots);
    }

    @Nullable
    Integer tier() {
        return tier;
    }

    Set<String> areas() {
        return Set.of(areas);
    }

    @Nullable
    LocalDate grantedUntil() {
        return grantedUntil;
    }

    String reason() {
        return reason;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    ProposalView view() {
        return new ProposalView(
                id, kind, lots(), tier, List.of(areas), grantedUntil, reason, proposedBy, proposedByName, proposedAt);
    }
}
