package cymru.pontio.providers.accreditation;

import static cymru.pontio.providers.accreditation.AccreditationState.*;

import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Lot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One provider's place in the market: how it comes in, stays, lapses and goes. */
@Entity
@Table(schema = "providers", name = "accreditation")
class Admission {
    @Id
    private UUID providerId;

    @Enumerated(EnumType.STRING)
    private AccreditationState state = DRAFT;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] lots = {};

    private @Nullable Integer tier;

    @Column(name = "condition")
    private @Nullable String conditionText;

    private @Nullable LocalDate grantedUntil;
    private Instant changedAt = Instant.EPOCH;

    @Version
    private @Nullable Long version;

    protected Admission() {}

    /** As the database makes it for each new provider. */
    Admission(UUID provider) {
        this.providerId = provider;
    }

    void apply(Instant at) {
        state.mustAllowApplying();
        become(APPLIED, at);
    }

    void takeUp(Instant at) {
        state.require("accreditation.error.takenUp", APPLIED);
        become(CHECKING, at);
    }

    void ask(Instant at) {
        state.require("accreditation.error.notChecking", CHECKING, QUERY);
        become(QUERY, at);
    }

    /** @param open questions that still wait for an answer */
    void answered(int open, Instant at) {
        state.require("accreditation.error.noQuery", QUERY);
        if (open == 0) become(CHECKING, at);
    }

    /** Whether a proposal of this kind makes sense where the provider stands; asked again when it is confirmed. */
    void mayDecide(ProposalKind kind) {
        if (!kind.from().contains(state)) throw new RuleBroken("accreditation.error.notNow");
    }

    void letIn(Proposal proposal, Instant at) {
        mayDecide(proposal.kind());
        boolean conditional = proposal.kind() == ProposalKind.CONDITIONAL;
        lots = AnswerStore.names(proposal.lots());
        tier = proposal.tier();
        grantedUntil = proposal.grantedUntil();
        conditionText = conditional ? proposal.reason() : null;
        become(conditional ? CONDITIONAL : ACCREDITED, at);
    }

    /** Not let in; it may apply again at any time. */
    void refuse(Instant at) {
        mayDecide(ProposalKind.REFUSE);
        become(DRAFT, at);
    }

    void remove(Instant at) {
        mayDecide(ProposalKind.REMOVE);
        become(REMOVED, at);
    }

    /**
     * @param lastDay for new work
     * @return whether it lapsed now
     */
    boolean lapse(@Nullable LocalDate lastDay, LocalDate today, Instant at) {
        if (!state.isIn() || lastDay != null && !today.isAfter(lastDay)) return false;
        become(LAPSED, at);
        return true;
    }

    void leave(Instant at) {
        state.mustAllowLeaving();
        become(LEFT, at);
    }

    /** The earlier of what was agreed and what the evidence allows. */
    LocalDate lastDay(@Nullable LocalDate evidence) {
        LocalDate granted = grantedUntil;
        if (granted == null) throw new RuleBroken("accreditation.error.notNow");
        return evidence != null && evidence.isBefore(granted) ? evidence : granted;
    }

    private void become(AccreditationState next, Instant at) {
        state = next;
        changedAt = at;
    }

    UUID provider() {
        return providerId;
    }

    AccreditationState state() {
        return state;
    }

    List<Lot> lots() {
        return Accreditations.lots(lots);
    }

    @Nullable
    LocalDate grantedUntil() {
        return grantedUntil;
    }

    Instant changedAt() {
        return changedAt;
    }
}
