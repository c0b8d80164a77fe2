package cymru.pontio.carepackages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.people.PersonId;
import cymru.pontio.people.PersonRef;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class PackageRoomTests {
    @Autowired
    PackageExamples examples;

    @Autowired
    Refusals refusals;

    @Autowired
    PeopleExamples people;

    @Autowired
    County county;

    @Autowired
    Decisions decisions;

    @Autowired
    Drafts drafts;

    @Autowired
    Overviews overviews;

    @Autowired
    CarePackages packages;

    @Autowired
    PackageList list;

    @Autowired
    JdbcClient jdbc;

    @Test
    void countsTwoWorkersTwiceForTheCouncilAndOnceForThePerson() {
        PackageFacts facts = examples.approved(county, "newtown");
        assertThat(facts.status()).isEqualTo(PackageStatus.APPROVED);
        assertThat(facts.hours()).isEqualTo(WeeklyHours.ofMinutes(885, 1305));
        assertThat(facts.cover()).isEqualTo(Cover.NONE);
    }

    /** Seeded fault: look the package up without holding it. */
    @Test
    void letsOneOfTwoManagersApproveAndTellsTheOtherWhoDid() throws Exception {
        for (int round = 0; round < 5; round++) {
            PackageRef ref = examples.submitted(county, "newtown");
            List<String> outcomes = bothAtOnce(
                    () -> decisions.approve(county.manager(), ref, null).toString());
            assertThat(outcomes).containsExactlyInAnyOrder("Approved[]", "carepackages.error.state");
            assertThat(count("status_event", ref, "and e.status = 'APPROVED'")).isEqualTo(1);
            assertThat(count("cover_event", ref, "")).isEqualTo(1);
        }
    }

    @Test
    void writesEachStepIntoHistoryAndAudit() {
        PackageFacts one = examples.approved(county, "newtown");
        packages.sourcing(county.broker(), one.id());
        packages.sourcing(county.broker(), one.id());
        packages.unsourced(county.broker(), one.id(), "No bids");
        assertThat(overviews.story(county.socialWorker(), one.ref()).history())
                .filteredOn(happening -> happening.status() != null)
                .extracting(Overviews.Happening::status)
                .containsExactly(
                        PackageStatus.UNSOURCED,
                        PackageStatus.SOURCING,
                        PackageStatus.APPROVED,
                        PackageStatus.SUBMITTED,
                        PackageStatus.DRAFT);
        assertThat(jdbc.sql("select count(*) from audit.entry where subject = ? and action = 'PackageStatusChanged'")
                        .param(one.ref().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    /** Seeded fault: the check of the table left out lets the statement through. */
    @Test
    void keepsNobodyApprovingOwnWorkInTheTableToo() {
        PackageFacts one = examples.approved(county, "newtown");
        assertThatThrownBy(() -> jdbc.sql("update carepackages.care_package set approved_by = author_id where id = ?")
                        .param(one.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void keepsLinesThatAdvertsMayPointAtWhenAReturnedPackageIsPlannedAnew() {
        PackageFacts one = examples.approved(county, "newtown");
        decisions.giveBack(county.broker(), one.ref(), null, "Please shorten");
        Stamp own =
                Stamp.of(overviews.forWriting(county.socialWorker(), one.ref()).version());
        drafts.changeCall(county.socialWorker(), one.ref(), 1, PackageExamples.lunch(), own);
        drafts.removeCall(county.socialWorker(), one.ref(), 2, own);
        assertThat(overviews.forWriting(county.socialWorker(), one.ref()).lines())
                .extracting(CallLineView::position)
                .containsExactly(1, 3);
        assertThat(jdbc.sql("select count(*) from carepackages.call_line where care_package_id = ?")
                        .param(one.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        assertThat(packages.facts(one.id()).lines()).hasSize(2);
    }

    @Test
    void changesAndRemovesCallsOfADraft() {
        PackageRef ref = examples.draft(county, "newtown");
        Stamp own = Stamp.of(overviews.forWriting(county.socialWorker(), ref).version());
        drafts.changeCall(county.socialWorker(), ref, 2, PackageExamples.bed(), own);
        assertThat(overviews.forWriting(county.socialWorker(), ref).hours())
                .isEqualTo(WeeklyHours.ofMinutes(1155, 1995));
    }

    @Test
    void showsFactsToTheOwnTeamAndTheMarketOnly() {
        PackageRef ref = examples.approved(county, "newtown").ref();
        for (Actor reader : List.of(
                county.socialWorker(), county.manager(), county.broker(), county.commissioner(), county.inhouse()))
            assertThat(packages.facts(reader, ref).ref()).isEqualTo(ref);
        for (Actor foreign : List.of(county.otherSocialWorker(), county.providerA(), county.admin(), county.finance()))
            assertThatThrownBy(() -> packages.facts(foreign, ref)).isInstanceOf(NotFound.class);
        PackageRef draft = examples.submitted(county, "newtown");
        assertThatThrownBy(() -> packages.facts(county.broker(), draft)).isInstanceOf(NotFound.class);
    }

    @Test
    void pagesTheWorklistByKeyWithoutLossOrRepetition() {
        for (int i = 0; i < PackageList.PAGE + 2; i++) examples.draft(county, "machynlleth");
        PackageFilter first = new PackageFilter("DRAFT", "machynlleth", "mine", "", "");
        PackageList.Page page = list.page(county.socialWorker(), first);
        PageKey next = Objects.requireNonNull(page.next());
        PackageList.Page rest = list.page(
                county.socialWorker(), new PackageFilter("DRAFT", "machynlleth", "mine", "", next.toString()));
        assertThat(page.rows()).hasSize(PackageList.PAGE);
        assertThat(rest.rows())
                .extracting(PackageRow::ref)
                .doesNotContainAnyElementsOf(
                        page.rows().stream().map(PackageRow::ref).toList());
        assertThat(rest.rows()).hasSize(2);
        assertThat(list.page(county.otherSocialWorker(), first).rows()).isEmpty();
        assertThat(list.page(county.broker(), first).rows()).isEmpty();
    }

    /**
     * Seeded faults, each by itself: let forWriting, prospect, ofOwnTeam and Refusals do without the team. Whoever is of
     * the market too may read what was approved, and is a manager all the same.
     */
    @Test
    void aManagerDecidesForTheOwnTeamOnly() {
        PackageRef submitted = examples.submitted(county, "newtown");
        assertThatThrownBy(() -> decisions.approve(county.otherManager(), submitted, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decisions.submit(county.otherSocialWorker(), examples.draft(county, "newtown"), null))
                .isInstanceOf(NotFound.class);
        PackageRef approved = examples.approved(county, "newtown").ref();
        Actor manager = county.otherManager();
        Actor both = new Actor(
                manager.userId(),
                manager.name(),
                manager.organisation(),
                manager.organisationName(),
                manager.team(),
                Set.of(Role.TEAM_MANAGER, Role.COMMISSIONER),
                manager.approvalLimit());
        for (ThrowingCallable step : List.<ThrowingCallable>of(
                () -> decisions.prospect(both, approved),
                () -> overviews.forWriting(both, approved),
                () -> refusals.view(both, approved),
                () -> refusals.refuse(both, approved, county.providerA().organisation(), "No")))
            assertThatThrownBy(step).isInstanceOf(NotFound.class);
    }

    /**
     * Seeded faults, each by itself: leave the team out of the three places of PackageList.sql. Whoever is of the market too
     * reads what was approved, without the person.
     */
    @Test
    void theWorklistIsThatOfTheOwnTeamAndShowsThePersonToItAlone() {
        PackageRef draft = examples.draft(county, "newtown");
        PackageRef approved = examples.approved(county, "newtown").ref();
        Actor both = also(county.otherManager(), Role.COMMISSIONER);
        assertThat(listed(county.manager(), draft)).hasSize(1).doesNotContainNull();
        assertThat(listed(county.manager(), approved)).hasSize(1).doesNotContainNull();
        assertThat(listed(county.otherManager(), draft)).isEmpty();
        assertThat(listed(county.otherManager(), approved)).isEmpty();
        assertThat(listed(both, draft)).isEmpty();
        assertThat(listed(both, approved)).hasSize(1).containsOnlyNulls();
        assertThat(listed(county.broker(), approved)).hasSize(1).containsOnlyNulls();
        assertThat(listed(also(county.manager(), Role.COMMISSIONER), draft)).hasSize(1);
    }

    /** Whom it is about, of each package with this reference that the reader finds. */
    private List<UUID> listed(Actor reader, PackageRef ref) {
        return list.all(reader, new PackageFilter("", "", "", ref.value(), "")).stream()
                .map(PackageRow::person)
                .toList();
    }

    private static Actor also(Actor actor, Role role) {
        Set<Role> roles = new HashSet<>(actor.roles());
        roles.add(role);
        return new Actor(
                actor.userId(),
                actor.name(),
                actor.organisation(),
                actor.organisationName(),
                actor.team(),
                roles,
                actor.approvalLimit());
    }

    /** Another team had the person before. Seeded fault: leave the team out of othersFor. */
    @Test
    void otherPackagesOfThePersonAreThoseOfTheOwnTeam() {
        PersonRef person = people.refOf(county.socialWorker());
        PackageFacts own = examples.approved(county, "newtown", person);
        PackageFacts foreign = examples.approved(county, "newtown", person);
        PackageFacts asking = examples.approved(county, "newtown", person);
        PersonId id = Objects.requireNonNull(overviews
                .overview(county.socialWorker(), asking.ref())
                .view()
                .plan()
                .person());
        jdbc.sql("update carepackages.care_package set team_id = ? where id = ?")
                .params(county.otherManager().team(), foreign.id().value())
                .update();
        assertThat(overviews.othersFor(county.socialWorker(), asking.ref(), id)).containsExactly(own.ref());
    }

    /** Seeded fault: take any reader for the one who wrote it. */
    @Test
    void aReasonInFreeWordsIsForTheOwnTeamAndWhoeverWroteIt() {
        PackageRef ref = examples.approved(county, "newtown").ref();
        decisions.hold(county.broker(), ref, "Her son comes home");
        for (Actor reader : List.of(county.broker(), county.socialWorker()))
            assertThat(reasons(reader, ref)).contains("Her son comes home");
        for (Actor reader : List.of(county.otherBroker(), county.commissioner()))
            assertThat(reasons(reader, ref)).isNotEmpty().containsOnlyNulls();
    }

    private List<String> reasons(Actor reader, PackageRef ref) {
        return overviews.story(reader, ref).history().stream()
                .map(Overviews.Happening::reason)
                .toList();
    }

    /** Seeded fault: begin a package for no team. */
    @Test
    void whoIsOfNoTeamBeginsNoPackage() {
        Actor worker = county.socialWorker();
        Actor alone = new Actor(
                worker.userId(),
                worker.name(),
                worker.organisation(),
                worker.organisationName(),
                null,
                worker.roles(),
                null);
        PersonRef person = people.refOf(worker);
        assertThatThrownBy(() -> drafts.start(alone, person)).isInstanceOf(NotFound.class);
    }

    /** Seeded faults: look at every cover of the history, whenever it begins; look at the oldest first. */
    @Test
    void showsTheCoverOfNowAndNotOneThatIsStillToCome() {
        PackageFacts facts = examples.approved(county, "newtown");
        Instant now = Instant.now();
        packages.coverChanged(county.broker(), facts.id(), Cover.FAMILY, now);
        packages.coverChanged(county.broker(), facts.id(), Cover.BRIDGING, now.plus(Duration.ofDays(2)));
        Overviews.Story story = overviews.story(county.broker(), facts.ref());
        assertThat(story.overview().cover()).isEqualTo(Cover.FAMILY);
        assertThat(story.history()).extracting(Overviews.Happening::cover).startsWith(Cover.BRIDGING, Cover.FAMILY);
    }

    private List<String> bothAtOnce(Callable<String> work) throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<String> one = () -> {
                together.await();
                try {
                    return work.call();
                } catch (RuleBroken refused) {
                    return refused.messageKey();
                }
            };
            List<String> outcomes = new ArrayList<>();
            for (Future<String> answer : two.invokeAll(List.of(one, one))) outcomes.add(answer.get());
            return outcomes;
        }
    }

    private long count(String table, PackageRef ref, String and) {
        return jdbc.sql("select count(*) from carepackages." + table
                        + " e join carepackages.care_package c on c.id = e.care_package_id where c.ref = :ref " + and)
                .param("ref", ref.value())
                .query(Long.class)
                .single();
    }
}
