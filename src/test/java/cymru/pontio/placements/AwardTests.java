package cymru.pontio.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.adverts.allocation.DirectReason;
import cymru.pontio.bidding.BidStatus;
import cymru.pontio.bidding.Bids;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.Eligibility;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.providers.embargo.EmbargoExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class AwardTests {
    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    AwardProposals proposals;

    @Autowired
    DirectAwards direct;

    @Autowired
    Awards awards;

    @Autowired
    Offers offers;

    @Autowired
    Revocations revocations;

    @Autowired
    Providers providers;

    @Autowired
    CarePackages packages;

    @Autowired
    OfferTable table;

    @Autowired
    OfferClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void offersTheBestBidWithinThePlanAtOnce() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        AwardView view = awards.view(county.broker(), award);
        assertThat(view.status()).isEqualTo(AwardStatus.OFFERED);
        assertThat(view.respondBy()).isNotNull();
        assertThat(view.place()).isEqualTo(1);
    }

    @Test
    void listsOffersPageByPageAndThoseToAnswerFirst() {
        UUID provider = county.providerA().organisation();
        AwardRef answered = examples.offered(county, examples.approved(county), county.providerA());
        AwardRef waiting = examples.offered(county, examples.approved(county), county.providerA());
        AwardRef declined = examples.offered(county, examples.approved(county), county.providerA());
        offers.accept(county.providerA(), answered, Confirmation.NONE);
        offers.refuse(county.providerA(), declined, "No room");
        List<AwardRef> all = table.list(provider, null, null, 1000).stream()
                .map(OfferView.Row::ref)
                .toList();
        assertThat(all).containsSubsequence(waiting, declined, answered);
        List<AwardRef> paged = new ArrayList<>();
        AwardRef after = null;
        while (true) {
            List<OfferView.Row> page = table.list(provider, null, after, 1);
            if (page.isEmpty()) break;
            after = page.getFirst().ref();
            paged.add(after);
        }
        assertThat(paged).isEqualTo(all);
        assertThat(offers.list(county.providerA(), AwardStatus.OFFERED, null).rows())
                .extracting(OfferView.Row::ref)
                .contains(waiting)
                .doesNotContain(declined, answered);
        assertThat(table.list(county.providerB().organisation(), null, waiting, 10))
                .as("another provider’s offer is no place to go on from")
                .isEmpty();
    }

    @Test
    void asksAReasonAndASecondPersonForAnyOtherBid() {
        PlacementExamples.Round round = examples.round(county);
        assertRefused("placements.error.reason", () -> propose(county.broker(), round, ""));
        AwardRef award = propose(county.broker(), round, "Knows the valley");
        assertThat(status(award)).isEqualTo("PROPOSED");
        assertThat(offers.all(county.providerB(), null))
                .noneMatch(row -> row.ref().equals(award));
        assertThatThrownBy(() -> awards.approve(county.broker(), award)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> awards.approve(county.otherBroker(), award)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> awards.approve(county.manager(), award)).isInstanceOf(NotFound.class);
        awards.approve(county.commissioner(), award);
        assertThat(status(award)).isEqualTo("OFFERED");
    }

    @Test
    void noCommissionerApprovesTheirOwnProposal() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = propose(county.commissioner(), round, "Knows the valley");
        assertRefused("placements.error.own", () -> awards.approve(county.commissioner(), award));
        assertRefused("placements.error.own", () -> awards.refuse(county.commissioner(), award, "Changed my mind"));
        awards.refuse(county.otherCommissioner(), award, "The best bid will do");
        assertThat(status(award)).isEqualTo("REFUSED");
        assertRefused("placements.error.tooLate", () -> awards.approve(county.otherCommissioner(), award));
    }

    @Test
    void theDatabaseRefusesAnOfferWithoutItsSecondPerson() {
        PackageFacts facts = examples.approved(county);
        AwardRef award = examples.proposed(county, facts, county.providerA());
        assertThatThrownBy(() -> jdbc.sql(
                                "update placements.award set status = 'OFFERED', offered_at = now(), respond_by = now() where ref = ?")
                        .param(award.value())
                        .update())
                .hasMessageContaining("check");
    }

    @Test
    void offersTheNextBidWhenTheProviderDeclines() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef first = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        offers.refuse(county.providerA(), first, "No worker free");
        assertThat(status(first)).isEqualTo("DECLINED");
        AwardView next = openAward(round);
        assertThat(next.status()).isEqualTo(AwardStatus.OFFERED);
        assertThat(next.movedUp()).isTrue();
        assertThat(next.bidRef()).isEqualTo(round.second().value());
        assertThat(awards.steps(county.broker(), next.ref()))
                .extracting(AwardView.Step::event)
                .containsExactly("MOVED_UP", "OFFERED");
    }

    @Test
    void leavesTheChoiceToTheBrokerWhenABetterBidWasLeftOut() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = propose(county.broker(), round, "Knows the valley");
        awards.approve(county.commissioner(), award);
        offers.refuse(county.providerB(), award, "No worker free");
        AwardState state = proposals.state(county.broker(), round.carePackage().ref());
        assertThat(state.taken()).isFalse();
        assertThat(state.toDecide()).isTrue();
        assertThat(state.nobodyLeft()).isFalse();
        AwardRef best = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        offers.refuse(county.providerA(), best, "No worker free");
        state = proposals.state(county.broker(), round.carePackage().ref());
        assertThat(state.choices()).isNotEmpty();
        assertThat(state.nobodyLeft()).isTrue();
    }

    @Test
    void anOfferPastItsClockCannotBeAcceptedAndMakesWayForTheNext() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        examples.runOut(award);
        assertThat(awards.view(county.broker(), award).status()).isEqualTo(AwardStatus.EXPIRED);
        assertRefused("placements.error.ranOut", () -> offers.accept(county.providerA(), award, Confirmation.NONE));
        assertRefused("placements.error.ranOut", () -> offers.refuse(county.providerA(), award, "Too late"));
        clock.sweep();
        assertThat(status(award)).isEqualTo("EXPIRED");
        assertThat(openAward(round).bidRef()).isEqualTo(round.second().value());
    }

    /** Seeded fault: leave it to the clock's own sweep; then the bid is both out of time and waited for. */
    @Test
    void whoeverLooksAfterTheClockRanOutSeesTheNextOneAsked() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        examples.runOut(award);
        AwardState seen = proposals.state(county.broker(), round.carePackage().ref());
        assertThat(seen.taken()).isTrue();
        assertThat(seen.awards()).extracting(AwardView::status).contains(AwardStatus.EXPIRED);
        assertThat(status(award)).isEqualTo("EXPIRED");
        assertThat(openAward(round).bidRef()).isEqualTo(round.second().value());
    }

    /** Whoever sends an offer out has asked before; this is the last door. Seeded fault: leave it open. */
    @Test
    void nothingIsOfferedThatASecondPersonHasNotSeen() {
        PackageFacts facts = examples.approved(county);
        AwardTerms terms = new AwardTerms(
                null,
                DirectReason.URGENT,
                null,
                county.providerA().organisation(),
                Money.of("24.00"),
                facts.startEarliest(),
                List.of(new AwardLine(facts.lines().getFirst().id(), null, null)),
                "Cannot wait",
                null);
        Award award = new Award(
                AwardRef.random(new SecureRandom()), facts, terms, Money.of("9999.00"), county.broker(), Instant.now());
        assertThatThrownBy(() -> award.offer("Bethan Broker", Instant.now())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onePackageHasOneAwardAtATime() {
        PlacementExamples.Round round = examples.round(county);
        propose(county.broker(), round, "Knows the valley");
        assertThatThrownBy(() -> proposals.propose(
                        county.otherBroker(), round.carePackage().ref(), round.best(), ""))
                .isInstanceOfSatisfying(RuleBroken.class, late -> {
                    assertThat(late.messageKey()).isEqualTo("placements.error.tooLate");
                    assertThat(late.args()).contains("PROPOSED", county.broker().name());
                });
    }

    /** There was no round that asked. Seeded fault: ask for the accreditation alone. */
    @Test
    void aDirectAwardKeepsToTheKindsOfWorkTheProviderIsLetInFor() {
        ProviderView provider = providers.view(county.providerA().organisation());
        LocalDate today = Zone.dayOf(Instant.now());
        assertThat(ProviderStanding.direct(provider, "newtown", Lot.SESSIONAL, today))
                .isInstanceOf(Eligibility.Eligible.class);
        assertThat(ProviderStanding.direct(provider, "newtown", Lot.NIGHT, today))
                .isInstanceOfSatisfying(
                        Eligibility.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Eligibility.Reason::messageKey)
                                .containsExactly("placements.standing.lot"));
    }

    /** Seeded faults: award what nobody lacks; lead to a direct award of it, or open its form. */
    @Test
    void nothingIsAwardedOfAPackageWhoseCallsAllHaveAProvider() {
        PackageFacts facts = examples.pending(county).carePackage();
        assertRefused("placements.error.noCalls", () -> examples.proposed(county, facts, county.providerB()));
        assertRefused("placements.error.noCalls", () -> direct.offer(county.broker(), facts.ref()));
        assertThat(proposals.state(county.broker(), facts.ref()).mayAwardDirectly())
                .isFalse();
    }

    @Test
    void refusesAProviderStoppedSinceItsBid() {
        AwardRef award = examples.offered(county, examples.approved(county), county.providerB());
        embargo(county.providerB(), "NEW_WORK");
        try {
            assertRefused(
                    "placements.standing.embargo", () -> offers.accept(county.providerB(), award, Confirmation.NONE));
            PackageFacts other = examples.approved(county);
            assertRefused("placements.standing.embargo", () -> examples.proposed(county, other, county.providerB()));
        } finally {
            embargo(county.providerB(), "NONE");
        }
        offers.accept(county.providerB(), award, Confirmation.NONE);
    }

    /** Seeded fault: ask for the standing only when the award is proposed. */
    @Test
    void refusesToOfferWorkToAProviderStoppedSinceItWasProposed() {
        AwardRef award = examples.proposed(county, examples.approved(county), county.providerB());
        embargoes.impose(county, county.providerB());
        try {
            assertRefused("placements.standing.embargo", () -> awards.approve(county.commissioner(), award));
            assertThat(status(award)).isEqualTo("PROPOSED");
        } finally {
            embargoes.free(county, county.providerB());
        }
        awards.approve(county.commissioner(), award);
        assertThat(status(award)).isEqualTo("OFFERED");
    }

    /** Seeded fault: tell the auditor a place all the same. */
    @Test
    void aDirectAwardHasNoPlaceAmongBids() {
        AwardRef award = examples.proposed(county, examples.approved(county), county.providerA());
        assertThat(jdbc.sql("select facts::text from audit.entry where subject = ?")
                        .param(award.value())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(facts -> facts.contains("place"));
    }

    @Test
    void directAwardsKeepToEnvelopeAndPatch() {
        PackageFacts facts = examples.approved(county);
        DirectAwards.Terms good = PlacementExamples.terms(facts, county.providerA());
        assertThat(direct(facts, "40.00", good)).isEqualTo("placements.error.rate");
        assertThat(direct(facts, "10.00", good)).isEqualTo("placements.error.rate");
        DirectAwards.Terms late = new DirectAwards.Terms(
                good.provider(),
                good.rate(),
                directs.offer(county.broker(), facts.ref()).latest().plusDays(1),
                good.reason(),
                good.why());
        assertThatThrownBy(() -> directs.propose(county.broker(), facts.ref(), late))
                .hasMessage("placements.error.startLate");
        PackageFacts far = examples.approved(county);
        assertThatThrownBy(() -> examples.proposed(county, far, county.inhouse()))
                .isInstanceOf(RuleBroken.class);
    }

    @Autowired
    Bids bids;

    @Autowired
    Adverts board;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    DirectAwards directs;

    /** Seeded fault: judge the provider in Suppliers without asking whom the person will not have. */
    @Test
    void awardsNothingDirectlyToAProviderThePersonWillNotHave() {
        PackageFacts facts = examples.approved(county);
        refuses(facts, county.providerA());
        assertThatThrownBy(() -> examples.proposed(county, facts, county.providerA()))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("placements.standing.unwanted"));
        assertThat(directs.offer(county.broker(), facts.ref()).candidates())
                .filteredOn(one -> one.provider().equals(county.providerA().organisation()))
                .singleElement()
                .matches(one -> !one.eligible());
    }

    /** Seeded faults: offer it without asking again; let the provider accept without asking again. */
    @Test
    void asksWhomThePersonWillNotHaveAgainWhenTheOfferGoesOutAndWhenItIsAccepted() {
        PackageFacts facts = examples.approved(county);
        AwardRef proposed = examples.proposed(county, facts, county.providerB());
        refuses(facts, county.providerB());
        assertRefused("placements.standing.unwanted", () -> awards.approve(county.commissioner(), proposed));
        assertThat(status(proposed)).isEqualTo("PROPOSED");

        PackageFacts later = examples.approved(county);
        AwardRef offered = examples.proposed(county, later, county.providerB());
        awards.approve(county.commissioner(), offered);
        refuses(later, county.providerB());
        assertRefused("placements.error.stopped", () -> offers.accept(county.providerB(), offered, Confirmation.NONE));
        assertThat(status(offered)).isEqualTo("OFFERED");
    }

    /** Seeded faults, each by itself: take up a bid that is out of the running; ask twice; ask for what was refused. */
    @Test
    void aBidOutOfTheRunningStaysOutAndARevocationIsAskedForOnce() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        revocations.ask(county.commissioner(), award, "Wrong provider");
        assertRefused(
                "placements.error.revocationAsked",
                () -> revocations.ask(county.otherCommissioner(), award, "Wrong provider"));
        offers.refuse(county.providerA(), award, "No room");
        assertRefused("placements.error.tooLate", () -> revocations.ask(county.commissioner(), award, "Too late"));
        // Seeded fault: read on although somebody else waits for an answer.
        assertThatThrownBy(() ->
                        proposals.toChoose(county.broker(), round.carePackage().ref(), round.best()))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("placements.error.tooLate");
        // As if nobody had been asked next.
        jdbc.sql(
                        "update placements.award set status = 'EXPIRED', respond_by = now() where care_package_id = ? and status in ('PROPOSED', 'OFFERED')")
                .param(round.carePackage().id().value())
                .update();
        assertRefused(
                "placements.error.bidGone",
                () -> proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "All the same"));
        // Seeded fault: show what it would cost all the same.
        assertRefused(
                "placements.error.bidGone",
                () -> proposals.toChoose(county.broker(), round.carePackage().ref(), round.best()));
    }

    /** Seeded faults, each by itself: award directly what is over, beside an open round, or in words that name the person. */
    @Test
    void aDirectAwardNeedsAPackageThatWaitsAndNoRoundAndNoName() {
        PackageFacts over = examples.approved(county);
        examples.withdraw(county.broker(), over.ref());
        assertRefused("placements.error.notWaiting", () -> examples.proposed(county, over, county.providerA()));
        PlacementExamples.Round open = examples.open(county);
        assertRefused(
                "placements.error.roundOpen", () -> examples.proposed(county, open.carePackage(), county.providerA()));
        PackageFacts named = examples.approved(county);
        jdbc.sql("update carepackages.care_package set need_summary = 'Mrs Jones-Parry falls at night' where id = ?")
                .param(named.id().value())
                .update();
        assertRefused("placements.error.named", () -> examples.proposed(county, named, county.providerA()));
    }

    /** Seeded fault: look only for another round; what is bid is then for care that one provider is given meanwhile. */
    @Test
    void aPackageIsNotAdvertisedWhileADirectAwardWaits() {
        PackageFacts facts = examples.approved(county);
        AwardRef award = examples.proposed(county, facts, county.providerA());
        assertThatThrownBy(() -> adverts.publish(county, facts)).isInstanceOfSatisfying(RuleBroken.class, waits -> {
            assertThat(waits.messageKey()).isEqualTo("adverts.error.awardWaits");
            assertThat(waits.args()).contains(award.value(), county.broker().name());
        });
        awards.refuse(county.commissioner(), award, "A round first");
        assertThat(adverts.publish(county, facts).carePackage()).isEqualTo(facts.id());
    }

    /** Seeded faults, each by itself: leave the offer standing; leave the bid chosen. */
    @Test
    void whoWasAskedAboutAPackageThatIsOverIsAskedNoLonger() {
        PlacementExamples.Round offered = examples.round(county);
        AwardRef top = proposals.propose(county.broker(), offered.carePackage().ref(), offered.best(), "");
        PlacementExamples.Round proposed = examples.round(county);
        AwardRef second = propose(county.broker(), proposed, "Knows the valley");
        examples.withdraw(county.broker(), offered.carePackage().ref());
        examples.withdraw(county.broker(), proposed.carePackage().ref());
        assertThat(awards.view(county.broker(), top).status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(awards.view(county.broker(), second).status()).isEqualTo(AwardStatus.REFUSED);
        assertThat(bids.view(county.providerA(), offered.best()).status()).isEqualTo(BidStatus.UNSUCCESSFUL);
        assertThatThrownBy(() -> offers.accept(county.providerA(), top, Confirmation.NONE))
                .isInstanceOf(RuleBroken.class);
    }

    /** Seeded faults, each by itself: take the advert back, or close the round, while its bid is offered the work. */
    @Test
    void aRoundDoesNotEndOtherwiseWhileItsBidIsOfferedTheWork() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = propose(county.broker(), round, "Knows the valley");
        assertRefused(
                "adverts.error.decided",
                () -> board.cancel(county.broker(), round.advert().id(), "Not needed"));
        assertRefused(
                "adverts.error.decided",
                () -> board.noSuitableBid(county.broker(), round.advert().id(), "None will do"));
        awards.refuse(county.commissioner(), award, "Too far");
        board.noSuitableBid(county.broker(), round.advert().id(), "None will do");
    }

    /** Seeded faults: let approve() do without withinLimit; take no limit for any limit. */
    @Test
    void aManagerApprovesNoAwardAboveTheirLimit() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = propose(county.broker(), round, "Knows the valley");
        // As if it were the best bid, and dearer than the plan: then the package's own manager answers for it.
        jdbc.sql("update placements.award set top = true, plan_year = 1 where ref = ?")
                .param(award.value())
                .update();
        // Seeded fault: leave the team out of AwardTable.VISIBLE.
        assertThatThrownBy(() -> awards.view(county.otherManager(), award)).isInstanceOf(NotFound.class);
        assertThat(awards.view(county.manager(), award).status()).isEqualTo(AwardStatus.PROPOSED);
        assertRefused("placements.error.limit", () -> awards.approve(county.managerWithoutLimit(), award));
        awards.approve(county.manager(), award);
        assertThat(status(award)).isEqualTo("OFFERED");
        // Seeded fault: hold it for whoever asks; then "too late" tells another team that it is there.
        assertThatThrownBy(() -> awards.approve(county.otherManager(), award)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> awards.refuse(county.otherManager(), award, "No"))
                .isInstanceOf(NotFound.class);
    }

    private void refuses(PackageFacts facts, Actor provider) {
        jdbc.sql("""
                insert into carepackages.refused_provider (id, care_package_id, provider_id, reason, by_account, by_name, at)
                values (gen_random_uuid(), ?, ?, 'Knows the family', ?, 'A social worker', now())""")
                .params(
                        facts.id().value(),
                        provider.organisation(),
                        county.socialWorker().userId())
                .update();
    }

    @Autowired
    EmbargoExamples embargoes;

    private String direct(PackageFacts facts, String rate, DirectAwards.Terms good) {
        try {
            directs.propose(
                    county.broker(),
                    facts.ref(),
                    new DirectAwards.Terms(
                            good.provider(),
                            cymru.pontio.kernel.Money.of(rate),
                            good.start(),
                            good.reason(),
                            good.why()));
            return "";
        } catch (RuleBroken broken) {
            return broken.messageKey();
        }
    }

    @Test
    void revocationNeedsTwoCommissionersAndUndoesTheAcceptance() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        assertThatThrownBy(() -> revocations.ask(county.broker(), accepted.award(), "Wrong provider"))
                .isInstanceOf(NotFound.class);
        revocations.ask(county.commissioner(), accepted.award(), "Wrong provider");
        assertRefused("placements.error.own", () -> revocations.approve(county.commissioner(), accepted.award()));
        revocations.approve(county.otherCommissioner(), accepted.award());
        assertThat(status(accepted.award())).isEqualTo("REVOKED");
        assertThat(packages.facts(accepted.carePackage().id()).status()).isEqualTo(PackageStatus.UNSOURCED);
        assertThat(jdbc.sql("select count(*) from placements.report_standing_line where placement_id = ?")
                        .param(accepted.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        examples.pending(county, packages.facts(accepted.carePackage().id()), county.providerB());
    }

    @Test
    void aRevokedAwardOfARoundEndsTheRound() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        offers.accept(county.providerA(), award, Confirmation.NONE);
        revocations.ask(county.commissioner(), award, "Wrong provider");
        revocations.approve(county.otherCommissioner(), award);
        assertThat(jdbc.sql("select status from adverts.advert where id = ?")
                        .param(round.advert().id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("NO_SUITABLE_BID");
        assertThat(packages.facts(round.carePackage().id()).status()).isEqualTo(PackageStatus.UNSOURCED);
    }

    private AwardRef propose(Actor by, PlacementExamples.Round round, String reason) {
        return proposals.propose(by, round.carePackage().ref(), round.second(), reason);
    }

    private AwardView openAward(PlacementExamples.Round round) {
        List<AwardView> all =
                proposals.state(county.broker(), round.carePackage().ref()).awards();
        return all.stream().filter(one -> one.status().open()).findFirst().orElseThrow();
    }

    private String status(AwardRef award) {
        return jdbc.sql("select status from placements.award where ref = ?")
                .param(award.value())
                .query(String.class)
                .single();
    }

    private void embargo(Actor provider, String embargo) {
        jdbc.sql("update providers.provider set embargo = ? where id = ?")
                .params(embargo, provider.organisation())
                .update();
    }

    private static void assertRefused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }
}
