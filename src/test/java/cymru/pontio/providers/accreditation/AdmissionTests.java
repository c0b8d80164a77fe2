package cymru.pontio.providers.accreditation;

import static cymru.pontio.providers.accreditation.AccreditationState.APPLIED;
import static cymru.pontio.providers.accreditation.AccreditationState.CHECKING;
import static cymru.pontio.providers.accreditation.AccreditationState.CONDITIONAL;
import static cymru.pontio.providers.accreditation.AccreditationState.DRAFT;
import static cymru.pontio.providers.accreditation.AccreditationState.LAPSED;
import static cymru.pontio.providers.accreditation.AccreditationState.LEFT;
import static cymru.pontio.providers.accreditation.AccreditationState.QUERY;
import static cymru.pontio.providers.accreditation.AccreditationState.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdmissionTests {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2028, 3, 31);

    private final Actor carys = commissioner();
    private final Actor cai = commissioner();
    private final Admission admission = new Admission(UUID.randomUUID());

    @Test
    void comesInByApplicationCheckAndDecision() {
        admission.apply(NOW);
        assertThat(admission.state()).isEqualTo(APPLIED);
        admission.takeUp(NOW);
        admission.ask(NOW);
        admission.ask(NOW);
        assertThat(admission.state()).isEqualTo(QUERY);
        admission.answered(1, NOW);
        assertThat(admission.state()).isEqualTo(QUERY);
        admission.answered(0, NOW);
        assertThat(admission.state()).isEqualTo(CHECKING);
        admission.letIn(proposal(ProposalKind.CONDITIONAL), NOW);
        assertThat(admission.state()).isEqualTo(CONDITIONAL);
        assertThat(admission.lots()).containsExactly(Lot.SESSIONAL, Lot.NIGHT);
    }

    /** Seeded faults: ask neither who may apply nor whether anything was asked. */
    @Test
    void isHandedInOnceAndAnswersOnlyWhatWasAsked() {
        assertBroken(() -> admission.answered(0, NOW), "noQuery");
        admission.apply(NOW);
        assertBroken(() -> admission.apply(NOW), "alreadyApplied");
        admission.takeUp(NOW);
        assertBroken(() -> admission.apply(NOW), "alreadyApplied");
        assertBroken(() -> admission.answered(0, NOW), "noQuery");
        admission.letIn(proposal(ProposalKind.ACCREDIT), NOW);
        assertBroken(() -> admission.apply(NOW), "alreadyApplied");
    }

    @Test
    void isDecidedOnlyWhereItStands() {
        assertBroken(() -> admission.mayDecide(ProposalKind.ACCREDIT), "notNow");
        admission.apply(NOW);
        assertBroken(() -> admission.mayDecide(ProposalKind.ACCREDIT), "notNow");
        assertBroken(() -> admission.ask(NOW), "notChecking");
        admission.takeUp(NOW);
        assertBroken(() -> admission.takeUp(NOW), "takenUp");
        assertBroken(() -> admission.mayDecide(ProposalKind.REMOVE), "notNow");
        admission.ask(NOW);
        assertBroken(() -> admission.mayDecide(ProposalKind.ACCREDIT), "notNow");
        admission.refuse(NOW);
        assertThat(admission.state()).isEqualTo(DRAFT);
    }

    @Test
    void lapsesOnTheDayAfterItsLast() {
        letIn();
        assertThat(admission.lapse(LAST, LAST, NOW)).isFalse();
        assertThat(admission.lapse(LAST, LAST.plusDays(1), NOW)).isTrue();
        assertThat(admission.state()).isEqualTo(LAPSED);
        assertThat(admission.lapse(LAST, LAST.plusDays(2), NOW)).isFalse();
        admission.apply(NOW);
        assertThat(admission.state()).isEqualTo(APPLIED);
    }

    @Test
    void endsWithTheEarlierOfAgreementAndEvidence() {
        letIn();
        assertThat(admission.lastDay(null)).isEqualTo(LAST);
        assertThat(admission.lastDay(LAST.plusDays(1))).isEqualTo(LAST);
        assertThat(admission.lastDay(LAST.minusDays(1))).isEqualTo(LAST.minusDays(1));
    }

    @Test
    void mayLeaveAndComeBack() {
        assertBroken(() -> admission.leave(NOW), "notIn");
        letIn();
        admission.leave(NOW);
        assertThat(admission.state()).isEqualTo(LEFT);
        assertBroken(() -> admission.leave(NOW), "notIn");
        admission.apply(NOW);
        assertThat(admission.state()).isEqualTo(APPLIED);
    }

    @Test
    void mayBeRemovedAfterItWasLetIn() {
        letIn();
        admission.remove(NOW);
        assertThat(admission.state()).isEqualTo(REMOVED);
    }

    /** Seeded fault: leave mustBeAnother out of Proposal.confirm. */
    @Test
    void needsTwoPeople() {
        Proposal proposal = proposal(ProposalKind.ACCREDIT);
        assertBroken(() -> proposal.confirm(carys, NOW), "ownProposal");
        assertBroken(() -> proposal.turnDown(carys, "No", NOW), "ownProposal");
        assertBroken(() -> proposal.withdraw(cai, NOW), "notYours");
        proposal.confirm(cai, NOW);
        assertBroken(() -> proposal.turnDown(cai, "No", NOW), "decided");
        assertBroken(() -> proposal.withdraw(carys, NOW), "decided");
    }

    private void letIn() {
        admission.apply(NOW);
        admission.takeUp(NOW);
        admission.letIn(proposal(ProposalKind.ACCREDIT), NOW);
    }

    private Proposal proposal(ProposalKind kind) {
        return Proposal.of(
                admission.provider(),
                new ProposalTerms(kind, Set.of(Lot.NIGHT, Lot.SESSIONAL), 1, Set.of("newtown"), LAST, "Why"),
                carys,
                NOW);
    }

    private static Actor commissioner() {
        return new Actor(
                UUID.randomUUID(), "Somebody", UUID.randomUUID(), "Council", null, Set.of(Role.COMMISSIONER), null);
    }

    private static void assertBroken(Runnable verb, String why) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("accreditation.error." + why));
    }
}
