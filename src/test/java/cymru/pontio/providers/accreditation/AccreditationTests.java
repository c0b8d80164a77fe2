package cymru.pontio.providers.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.bidding.BidExamples;
import cymru.pontio.bidding.Bids;
import cymru.pontio.bidding.Invitation;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.matching.Eligibility.Reason;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.site.CalendarEntry;
import cymru.pontio.site.Formats;
import cymru.pontio.site.News;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class AccreditationTests {
    @Autowired
    County county;

    @Autowired
    AccreditationExamples examples;

    @Autowired
    Accreditations accreditations;

    @Autowired
    Applications applications;

    @Autowired
    Evidences evidences;

    @Autowired
    EvidenceScans scans;

    @Autowired
    AccreditationPart part;

    @Autowired
    MessageSource messages;

    @Autowired
    Checks checks;

    @Autowired
    Decisions decisions;

    @Autowired
    Lapses lapses;

    @Autowired
    AccreditationNews news;

    @Autowired
    EvidenceCalendar calendar;

    @Autowired
    Providers providers;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    Bids bids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GivenNumbers numbers;

    @Test
    void aNumberIsTheProvidersOnceTwoCommissionersCheckedIt() {
        Actor claims = examples.applied();
        Actor owner = examples.accredited(county);
        String number = "SIN-" + (10_000_000 + System.nanoTime() % 89_999_999) + "-ABCD";
        for (Actor one : List.of(claims, owner))
            jdbc.sql("update providers.application set registration_number = ? where provider_id = ?")
                    .params(number, one.organisation())
                    .update();
        assertThat(numbers.providerWith(number)).contains(owner.organisation());
        assertThat(numbers.providerWith("SIN-00000000-NONE")).isEmpty();
    }

    @Test
    void knowsEachProviderFromTheFirstDay() {
        assertThat(accreditations.standingOf(county.providerA().organisation()))
                .satisfies(known -> assertThat(known.state()).isEqualTo(AccreditationState.ACCREDITED))
                .satisfies(known ->
                        assertThat(known.inForce(AccreditationExamples.today())).isTrue());
        assertThat(accreditations.standingOf(examples.newcomer().organisation()).state())
                .isEqualTo(AccreditationState.DRAFT);
        assertThatThrownBy(() -> accreditations.standingOf(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    void letsInForWhatTwoPeopleAgreedTo() {
        Actor actor = examples.accredited(county);
        ProviderView provider = providers.view(actor.organisation());
        assertThat(provider.patches()).containsExactly("newtown");
        assertThat(provider.doubleHanded()).isTrue();
        assertThat(provider.welsh()).isTrue();
        assertThat(provider.training()).contains("PEG", "HOIST");
        // Two years were agreed to; the insurance runs out before.
        assertThat(provider.accreditedUntil())
                .isEqualTo(AccreditationExamples.today().plusDays(300));
        assertThat(accreditations.standingOf(actor.organisation()).lots()).containsExactly(Lot.SESSIONAL);
        assertThat(checks.file(county.commissioner(), examples.ref(actor)).history())
                .extracting(History.Entry::step)
                .startsWith(Step.ACCREDITED, Step.PROPOSED, Step.EVIDENCE_ACCEPTED);
        assertThat(applications.ownHistory(actor))
                .extracting(History.Entry::step)
                .doesNotContain(Step.PROPOSED);
    }

    @Test
    void refusesTheProposerAsSecondInJavaAndInTheDatabase() {
        Actor actor = examples.proved(county);
        UUID proposal = examples.proposed(county, actor, AccreditationExamples.letIn());
        assertBroken(() -> decisions.confirm(county.commissioner(), examples.ref(actor), proposal), "ownProposal");
        assertThatThrownBy(() -> jdbc.sql("""
                        update providers.accreditation_proposal set outcome = 'CONFIRMED', decided_by = proposed_by,
                            decided_by_name = 'x', decided_at = now() where id = ?""").param(proposal).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(accreditations.standingOf(actor.organisation()).state()).isEqualTo(AccreditationState.CHECKING);
    }

    /** Seeded fault: read the provider’s row and the proposal without a lock. */
    @RepeatedTest(3)
    void ofTwoWhoConfirmAtOnceOneWins() throws Exception {
        Actor actor = examples.proved(county);
        String ref = examples.ref(actor);
        UUID proposal = examples.proposed(county, actor, AccreditationExamples.letIn());
        Actor third = new Actor(
                UUID.randomUUID(),
                "Third",
                county.commissioner().organisation(),
                "Council",
                null,
                county.commissioner().roles(),
                null);
        List<Object> ends = race(
                () -> decisions.confirm(county.otherCommissioner(), ref, proposal),
                () -> decisions.confirm(third, ref, proposal));
        assertThat(ends).filteredOn("done"::equals).hasSize(1);
        assertThat(ends)
                .filteredOn(RuleBroken.class::isInstance)
                .singleElement()
                .satisfies(
                        lost -> assertThat(((RuleBroken) lost).messageKey()).isEqualTo("accreditation.error.decided"));
        assertThat(steps(actor)).filteredOn("ACCREDITED"::equals).hasSize(1);
    }

    @RepeatedTest(3)
    void ofTwoWhoProposeAtOnceOneWins() throws Exception {
        Actor actor = examples.proved(county);
        String ref = examples.ref(actor);
        List<Object> ends = race(
                () -> decisions.propose(county.commissioner(), ref, AccreditationExamples.letIn()),
                () -> decisions.propose(county.otherCommissioner(), ref, AccreditationExamples.letIn()));
        assertThat(ends).filteredOn("done"::equals).hasSize(1);
        assertThat(ends).filteredOn(RuleBroken.class::isInstance).hasSize(1);
    }

    @Test
    void letsNobodyInWithoutAcceptedEvidence() {
        Actor actor = examples.checking(county);
        assertBroken(
                () -> decisions.propose(county.commissioner(), examples.ref(actor), AccreditationExamples.letIn()),
                "unproved");
    }

    @Test
    void looksAgainWhenItIsConfirmed() {
        Actor actor = examples.proved(county);
        UUID proposal = examples.proposed(county, actor, AccreditationExamples.letIn());
        expire(actor, EvidenceKind.PUBLIC_LIABILITY, -1);
        assertBroken(() -> decisions.confirm(county.otherCommissioner(), examples.ref(actor), proposal), "unproved");
        assertThat(checks.file(county.commissioner(), examples.ref(actor)).proposal())
                .isNotNull();
    }

    /** Seeded fault: leave the question out of mustBeProved. */
    @Test
    void letsNobodyInUntilADayThatHasPassed() {
        Actor actor = examples.proved(county);
        UUID proposal = examples.proposed(county, actor, AccreditationExamples.letIn());
        jdbc.sql("update providers.accreditation_proposal set granted_until = ? where id = ?")
                .params(AccreditationExamples.today().minusDays(1), proposal)
                .update();
        assertBroken(() -> decisions.confirm(county.otherCommissioner(), examples.ref(actor), proposal), "untilPast");
    }

    /** Seeded fault: leave the second question out of Evidence.mustBeReviewable. */
    @Test
    void judgesEvidenceOnce() {
        Actor actor = examples.checking(county);
        UUID first = evidences.own(actor).getFirst().id();
        evidences.accept(county.commissioner(), first);
        assertBroken(() -> evidences.reject(county.otherCommissioner(), first, "No"), "reviewed");
        assertBroken(() -> evidences.accept(county.otherCommissioner(), first), "reviewed");
    }

    @Test
    void keepsEveryQuestionAndAnswer() {
        Actor actor = examples.checking(county);
        String ref = examples.ref(actor);
        checks.ask(county.commissioner(), ref, "Which office?");
        checks.ask(county.otherCommissioner(), ref, "Who covers nights?");
        List<Queries.Query> asked = applications.own(actor).queries();
        applications.answer(actor, asked.getFirst().id(), "Newtown");
        assertThat(applications.own(actor).standing().state()).isEqualTo(AccreditationState.QUERY);
        assertBroken(() -> applications.answer(actor, asked.getFirst().id(), "Brecon"), "answered");
        applications.answer(actor, asked.getLast().id(), "Nobody");
        assertThat(applications.own(actor).standing().state()).isEqualTo(AccreditationState.CHECKING);
        assertThat(checks.file(county.commissioner(), ref).application().queries())
                .extracting(Queries.Query::answer)
                .containsExactly("Newtown", "Nobody");
        assertThatThrownBy(() ->
                        applications.query(county.providerA(), asked.getFirst().id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void freezesAnswersWhileTheCouncilChecks() {
        Actor actor = examples.applied();
        assertBroken(() -> applications.save(actor, new Answers.Areas(Set.of("hay"))), "frozen");
        checks.takeUp(county.commissioner(), examples.ref(actor));
        assertBroken(() -> applications.save(actor, new Answers.Areas(Set.of("hay"))), "frozen");
        checks.ask(county.commissioner(), examples.ref(actor), "Really?");
        applications.save(actor, new Answers.Areas(Set.of("hay")));
        assertThat(applications.own(actor).answers().areas()).isEqualTo(new Answers.Areas(Set.of("hay")));
    }

    /** Seeded fault: leave the question whether it is readable out of Evidences.file. */
    @Test
    void opensNoFileThatWasNotScanned() {
        Actor actor = examples.newcomer();
        UUID id = evidences.add(
                actor, new EvidenceUpload(EvidenceKind.OTHER, FileType.PDF, AccreditationExamples.PDF, null, null));
        scans.scan(id);
        for (Actor reader : List.of(actor, county.commissioner()))
            assertThatThrownBy(() -> evidences.file(reader, id)).isInstanceOf(NotFound.class);
        assertBroken(() -> evidences.accept(county.commissioner(), id), "quarantined");
        assertThatThrownBy(() -> jdbc.sql("""
                        update providers.evidence set review = 'ACCEPTED', reviewed_by = uuidv7(), reviewed_by_name = 'x',
                            reviewed_at = now() where id = ?""").param(id).update()).isInstanceOf(DataIntegrityViolationException.class);
        scans.scan(id, content -> VirusScanner.Verdict.CLEAN);
        assertThat(evidences.file(actor, id).content()).isEqualTo(AccreditationExamples.PDF);
        assertThat(evidences.file(county.commissioner(), id).name())
                .endsWith(".pdf")
                .startsWith("PRV-");
        for (Actor reader : List.of(county.providerA(), county.broker(), county.socialWorker()))
            assertThatThrownBy(() -> evidences.file(reader, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void neverOpensAnInfectedFile() {
        Actor actor = examples.newcomer();
        UUID id = evidences.add(
                actor, new EvidenceUpload(EvidenceKind.OTHER, FileType.PDF, AccreditationExamples.PDF, null, null));
        scans.scan(id, content -> VirusScanner.Verdict.INFECTED);
        scans.scan(id, content -> VirusScanner.Verdict.CLEAN);
        assertThatThrownBy(() -> evidences.file(county.commissioner(), id)).isInstanceOf(NotFound.class);
        assertThat(steps(actor)).contains("EVIDENCE_INFECTED").doesNotContain("EVIDENCE_CLEAN");
    }

    @Test
    void keepsAFloodOfFilesOut() {
        Actor actor = examples.newcomer();
        for (int i = 0; i < Evidences.MOST_WAITING; i++) examples.shown(actor, EvidenceKind.OTHER, 10);
        assertBroken(() -> examples.shown(actor, EvidenceKind.OTHER, 10), "tooMany");
    }

    @Test
    void remindsOnceAtEachOfSixtyThirtyAndSevenDays() {
        Actor actor = examples.accredited(county);
        for (int days : List.of(61, 60, 45, 30, 30, 8, 7, 0)) {
            expire(actor, EvidenceKind.EMPLOYERS_LIABILITY, days);
            lapses.remind();
            lapses.remind();
        }
        assertThat(steps(actor))
                .filteredOn(step -> step.startsWith("REMINDED"))
                .containsExactly("REMINDED_60", "REMINDED_30", "REMINDED_7");
    }

    @Test
    void standsOnTheProvidersRecordWithWhatRunsOutAndWhatToDo() {
        Actor actor = examples.accredited(county);
        expire(actor, EvidenceKind.EMPLOYERS_LIABILITY, 20);
        StandingPart.Part shown = part.of(actor.organisation(), new Formats(messages, Locale.ENGLISH))
                .orElseThrow();
        assertThat(shown.lines())
                .extracting(StandingPart.Line::label)
                .contains("Lots", "Tier", "Last day for new work", "Employers’ liability insurance");
        assertThat(shown.next())
                .anySatisfy(step -> {
                    assertThat(step.text()).isEqualTo("Show newer evidence: Employers’ liability insurance");
                    assertThat(step.opensFor(actor)).isTrue();
                    assertThat(step.opensFor(county.commissioner())).isFalse();
                })
                .anySatisfy(
                        step -> assertThat(step.opensFor(county.commissioner())).isTrue());
        assertThat(part.of(county.inhouse().organisation(), new Formats(messages, Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void aLapseEndsNewBidsAndSaysSince() {
        Actor actor = examples.accredited(county);
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(bids.invitation(actor, advert.ref())).isInstanceOf(Invitation.Open.class);
        LocalDate yesterday = AccreditationExamples.today().minusDays(1);
        expire(actor, EvidenceKind.PUBLIC_LIABILITY, -1);
        providers.lastDay(actor.organisation(), yesterday);
        // Refused on the day, before any clock has looked.
        assertThat(bids.invitation(actor, advert.ref()))
                .isInstanceOfSatisfying(
                        Invitation.NotEligible.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::messageKey)
                                .contains("matching.reason.lapsed"));
        assertThat(lapses.due()).contains(actor.organisation());
        lapses.lapse(actor.organisation());
        lapses.lapse(actor.organisation());
        assertThat(accreditations.standingOf(actor.organisation()).state()).isEqualTo(AccreditationState.LAPSED);
        assertThat(steps(actor)).filteredOn("LAPSED"::equals).hasSize(1);
    }

    /** Seeded fault: tell the provider alone. */
    @Test
    void aLapseIsToldToTheProviderAndToCommissioners() {
        String ref = examples.ref(examples.accredited(county));
        assertThat(news.of(Step.LAPSED.action(), ref))
                .extracting(News::path)
                .containsExactly("/standing", "/accreditation/" + ref);
    }

    /** Two policies often end on one day. Seeded fault: one sentence for all kinds, or one key for both. */
    @Test
    void aReminderSaysWhichEvidenceRunsOutAndWhen() {
        Actor actor = examples.accredited(county);
        String ref = examples.ref(actor);
        expire(actor, EvidenceKind.EMPLOYERS_LIABILITY, 7);
        expire(actor, EvidenceKind.PUBLIC_LIABILITY, 7);
        lapses.remind();
        List<News> told =
                news.due().stream().filter(one -> one.ref().equals(ref)).toList();
        assertThat(told)
                .extracting(one -> messages.getMessage(
                        one.messageKey(),
                        new Object[] {one.ref(), new Formats(messages, Locale.ENGLISH).date(one.day())},
                        Locale.ENGLISH))
                .containsExactlyInAnyOrder(
                        expiry("employers’ liability insurance", ref), expiry("public liability insurance", ref));
        assertThat(told).extracting(News::key).doesNotHaveDuplicates();
        assertThat(told).extracting(News::path).containsOnly("/standing");
        assertThat(calendar.of(actor))
                .extracting(CalendarEntry::messageKey)
                .contains("calendar.evidence.EMPLOYERS_LIABILITY", "calendar.evidence.PUBLIC_LIABILITY");
    }

    private String expiry(String what, String ref) {
        LocalDate day = AccreditationExamples.today().plusDays(7);
        return "The " + what + " of " + ref + " runs out on "
                + new Formats(messages, Locale.ENGLISH).date(day)
                + ". Without newer evidence you cannot bid after that day.";
    }

    @Test
    void newEvidenceLengthensOnlyWhatHasNotLapsed() {
        Actor actor = examples.accredited(county);
        expire(actor, EvidenceKind.PUBLIC_LIABILITY, 20);
        UUID newer = examples.shown(actor, EvidenceKind.PUBLIC_LIABILITY, 200);
        evidences.accept(county.commissioner(), newer);
        assertThat(providers.view(actor.organisation()).accreditedUntil())
                .isEqualTo(AccreditationExamples.today().plusDays(200));
        providers.lastDay(actor.organisation(), AccreditationExamples.today().minusDays(1));
        UUID late = examples.shown(actor, EvidenceKind.PUBLIC_LIABILITY, 290);
        evidences.accept(county.commissioner(), late);
        assertThat(accreditations.standingOf(actor.organisation()).state()).isEqualTo(AccreditationState.LAPSED);
        assertThat(providers.view(actor.organisation()).accredited(AccreditationExamples.today()))
                .isFalse();
    }

    /** Seeded faults: ask for what was shown already; call it shown when it was not accepted, or when it lasts no longer. */
    @Test
    void asksNobodyForEvidenceThatWaitsForTheCouncil() {
        Actor actor = examples.accredited(county);
        expire(actor, EvidenceKind.PUBLIC_LIABILITY, 5);
        assertThat(next(actor)).contains("Show newer evidence: Public liability insurance");
        examples.shown(actor, EvidenceKind.PUBLIC_LIABILITY, 4);
        assertThat(next(actor)).contains("Show newer evidence: Public liability insurance");
        UUID newer = examples.shown(actor, EvidenceKind.PUBLIC_LIABILITY, 200);
        assertThat(next(actor))
                .contains("The council looks at the newer evidence: Public liability insurance")
                .doesNotContain("Show newer evidence: Public liability insurance");
        lapses.remind();
        assertThat(steps(actor)).doesNotContain("REMINDED_7");
        evidences.reject(county.commissioner(), newer, "The name on it is another");
        assertThat(next(actor)).contains("Show newer evidence: Public liability insurance");
        lapses.remind();
        assertThat(steps(actor)).contains("REMINDED_7");
    }

    /** Seeded fault: look at last days only. */
    @Test
    void neverAsksForAnotherOfWhatDoesNotRunOut() {
        Actor actor = examples.accredited(county);
        UUID dated = examples.shown(actor, EvidenceKind.REGISTRATION, 0);
        evidences.accept(county.commissioner(), dated);
        jdbc.sql("update providers.evidence set expires_on = ? where id = ?")
                .params(AccreditationExamples.today().plusDays(3), dated)
                .update();
        assertThat(accreditations.standingOf(actor.organisation()).expiring()).isEmpty();
        lapses.remind();
        assertThat(steps(actor)).noneMatch(step -> step.startsWith("REMINDED"));
        assertThat(calendar.of(actor))
                .extracting(CalendarEntry::messageKey)
                .doesNotContain("calendar.evidence.REGISTRATION");
    }

    private List<String> next(Actor actor) {
        return part.of(actor.organisation(), new Formats(messages, Locale.ENGLISH)).orElseThrow().next().stream()
                .map(StandingPart.Step::text)
                .toList();
    }

    /** Seeded fault: let only a draft be handed in. */
    @Test
    void whoeverHasLapsedAppliesAgainAndMayBidOnceTwoPeopleHaveDecided() {
        Actor actor = examples.accredited(county);
        AdvertFacts advert = adverts.open(county, "newtown");
        expire(actor, EvidenceKind.PUBLIC_LIABILITY, -1);
        providers.lastDay(actor.organisation(), AccreditationExamples.today().minusDays(1));
        lapses.lapse(actor.organisation());
        assertBroken(() -> applications.apply(actor), "incomplete");
        UUID newer = examples.shown(actor, EvidenceKind.PUBLIC_LIABILITY, 200);
        applications.apply(actor);
        checks.takeUp(county.commissioner(), examples.ref(actor));
        evidences.accept(county.commissioner(), newer);
        assertThat(bids.invitation(actor, advert.ref())).isInstanceOf(Invitation.NotEligible.class);
        UUID proposal = examples.proposed(county, actor, AccreditationExamples.letIn());
        assertBroken(() -> decisions.confirm(county.commissioner(), examples.ref(actor), proposal), "ownProposal");
        decisions.confirm(county.otherCommissioner(), examples.ref(actor), proposal);
        assertThat(accreditations.standingOf(actor.organisation()))
                .satisfies(now -> assertThat(now.state()).isEqualTo(AccreditationState.ACCREDITED))
                .satisfies(now -> assertThat(now.until())
                        .isEqualTo(AccreditationExamples.today().plusDays(200)));
        assertThat(bids.invitation(actor, advert.ref())).isInstanceOf(Invitation.Open.class);
        assertThat(steps(actor)).filteredOn("APPLIED"::equals).hasSize(2);
    }

    @Test
    void whoeverLeavesGetsNoNewWorkFromToday() {
        Actor actor = examples.accredited(county);
        UUID proposal =
                examples.proposed(county, actor, ProposalTerms.without(ProposalKind.REMOVE, "Three missed visits"));
        applications.leave(actor);
        assertThat(providers.view(actor.organisation()).accredited(AccreditationExamples.today()))
                .isFalse();
        assertBroken(() -> decisions.confirm(county.otherCommissioner(), examples.ref(actor), proposal), "decided");
    }

    @Test
    void removingTakesTwoPeopleAndAReason() {
        Actor actor = examples.accredited(county);
        UUID proposal =
                examples.proposed(county, actor, ProposalTerms.without(ProposalKind.REMOVE, "Three missed visits"));
        assertThat(providers.view(actor.organisation()).accredited(AccreditationExamples.today()))
                .isTrue();
        decisions.confirm(county.otherCommissioner(), examples.ref(actor), proposal);
        assertThat(accreditations.standingOf(actor.organisation()).state()).isEqualTo(AccreditationState.REMOVED);
        assertThat(providers.view(actor.organisation()).accredited(AccreditationExamples.today()))
                .isFalse();
        assertThat(applications.ownHistory(actor).getFirst().reason()).isEqualTo("Three missed visits");
    }

    @Test
    void refusesAnIncompleteApplication() {
        assertBroken(() -> applications.apply(examples.newcomer()), "incomplete");
    }

    @Test
    void whoeverIsNotLetInSeesNoOpportunity() {
        Actor actor = examples.applied();
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThatThrownBy(() -> bids.advert(actor, advert.ref())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bids.submit(actor, advert.ref(), BidExamples.terms(advert, "24.50")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void auditsEachStepWithoutItsWords() {
        Actor actor = examples.checking(county);
        checks.ask(county.commissioner(), examples.ref(actor), "A secret question");
        assertThat(jdbc.sql("select action || facts::text from audit.entry where subject = ?")
                        .param(examples.ref(actor))
                        .query(String.class)
                        .list())
                .anyMatch(entry -> entry.startsWith("AccreditationAsked"))
                .anyMatch(entry -> entry.startsWith("AccreditationApplied"))
                .noneMatch(entry -> entry.contains("secret"));
    }

    private void expire(Actor actor, EvidenceKind kind, int days) {
        jdbc.sql("update providers.evidence set expires_on = ? where provider_id = ? and kind = ?")
                .params(AccreditationExamples.today().plusDays(days), actor.organisation(), kind.name())
                .update();
    }

    private List<String> steps(Actor actor) {
        return jdbc.sql("select step from providers.accreditation_event where provider_id = ? order by id")
                .param(actor.organisation())
                .query(String.class)
                .list();
    }

    private static List<Object> race(Runnable one, Runnable other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Object> ends = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> both = new ArrayList<>();
            for (Runnable verb : List.of(one, other)) both.add(threads.submit(() -> end(start, verb)));
            for (Future<Object> end : both) ends.add(end.get());
        }
        return ends;
    }

    private static Object end(CyclicBarrier start, Runnable verb) throws Exception {
        start.await();
        try {
            verb.run();
            return "done";
        } catch (RuleBroken refused) {
            return refused;
        }
    }

    private static void assertBroken(Runnable verb, String why) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("accreditation.error." + why));
    }
}
