package cymru.pontio.placements;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.capacity.CapacityExamples;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.providers.capacity.NotConfirmed;
import cymru.pontio.providers.capacity.PartOfDay;
import cymru.pontio.providers.capacity.Question;
import cymru.pontio.providers.capacity.Question.Because;
import cymru.pontio.providers.capacity.Slot;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What an acceptance takes off the provider's spare hours. A package of the examples needs 315 minutes a week in the
 * morning, 150 at lunch, and 420 at bedtime with two workers.
 */
@PontioTest
class OfferCapacityTests {
    private static final Slot MORNING = new Slot("newtown", PartOfDay.MORNING, 1);
    private static final Slot LUNCH = new Slot("newtown", PartOfDay.LUNCH, 1);
    private static final Slot BED = new Slot("newtown", PartOfDay.BED, 2);
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    CapacityExamples capacity;

    @Autowired
    Offers offers;

    @Autowired
    Revocations revocations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesTheHoursOffAtAcceptance() {
        Actor agency = agencyWith(600);
        AwardRef award = offered(agency);
        assertThat(question(agency, award).because()).isEqualTo(Because.ENOUGH);
        offers.accept(agency, award, Confirmation.NONE);
        assertThat(capacity.left(agency, MORNING)).isEqualTo(285);
        assertThat(capacity.left(agency, LUNCH)).isEqualTo(450);
        assertThat(capacity.left(agency, BED)).isEqualTo(180);
        assertThat(capacity.left(agency, new Slot("newtown", PartOfDay.BED, 1))).isEqualTo(600);
        assertThat(audited(award)).contains("CapacityTaken");
    }

    @Test
    void refusesMoreThanDeclaredUnlessConfirmed() {
        Actor agency = agencyWith(300);
        AwardRef award = offered(agency);
        assertThatThrownBy(() -> offers.accept(agency, award, Confirmation.NONE))
                .isInstanceOf(NotConfirmed.class);
        assertThat(status(award)).isEqualTo("OFFERED");
        assertThat(capacity.left(agency, LUNCH)).isEqualTo(300);
        offers.accept(agency, award, yes(agency, award));
        assertThat(status(award)).isEqualTo("ACCEPTED");
        assertThat(capacity.left(agency, MORNING)).isEqualTo(-15);
        assertThat(capacity.left(agency, LUNCH)).isEqualTo(150);
        assertThat(confirmed(award)).isTrue();
    }

    @Test
    void asksWhoeverHasDeclaredNothing() {
        Actor agency = capacity.agency("Dim Byd Care");
        AwardRef award = offered(agency);
        assertThat(question(agency, award).because()).isEqualTo(Because.NOTHING_DECLARED);
        assertThatThrownBy(() -> offers.accept(agency, award, Confirmation.NONE))
                .isInstanceOf(NotConfirmed.class);
        offers.accept(agency, award, yes(agency, award));
        assertThat(confirmed(award)).isTrue();
    }

    @Test
    void asksWhoeverDeclaredForATimeThatIsOver() {
        Actor agency = agencyWith(6000);
        AwardRef award = offered(agency);
        capacity.expire(agency);
        assertThat(question(agency, award).because()).isEqualTo(Because.OUT_OF_DATE);
        assertThatThrownBy(() -> offers.accept(agency, award, Confirmation.NONE))
                .isInstanceOf(NotConfirmed.class);
    }

    @Test
    void aYesToOldFiguresIsNone() {
        Actor agency = agencyWith(300);
        AwardRef award = offered(agency);
        Confirmation old = yes(agency, award);
        capacity.declareAll(agency, 15);
        assertThatThrownBy(() -> offers.accept(agency, award, old))
                .isInstanceOfSatisfying(
                        NotConfirmed.class,
                        again -> assertThat(again.question().lines().getFirst().left())
                                .isEqualTo(15));
    }

    /** There is room for one. Whoever comes second is asked, with what the first has left. */
    @RepeatedTest(3)
    void twoAcceptancesAtOnce() throws Exception {
        Actor agency = agencyWith(420);
        AwardRef one = offered(agency);
        AwardRef other = offered(agency);
        List<Object> ends = race(
                () -> offers.accept(agency, one, Confirmation.NONE),
                () -> offers.accept(agency, other, Confirmation.NONE));
        assertThat(ends).filteredOn(PlacementRef.class::isInstance).hasSize(1);
        assertThat(ends)
                .filteredOn(NotConfirmed.class::isInstance)
                .singleElement()
                .satisfies(asked -> {
                    Question question = ((NotConfirmed) asked).question();
                    assertThat(question.because()).isEqualTo(Because.MORE_THAN_DECLARED);
                    assertThat(question.lines())
                            .filteredOn(line -> line.slot().equals(BED))
                            .allMatch(line -> line.left() == 0);
                });
        assertThat(capacity.left(agency, BED)).isZero();
        assertThat(List.of(status(one), status(other))).containsExactlyInAnyOrder("ACCEPTED", "OFFERED");
    }

    /**
     * A declaration and an acceptance at once: whichever comes second counts on what the first has left. Seeded fault: take
     * the hours after the award is recorded, and hold no row before; the two then wait for each other.
     */
    @RepeatedTest(6)
    void acceptanceAndDeclarationAtOnce() throws Exception {
        Actor agency = agencyWith(600);
        AwardRef award = offered(agency);
        List<Object> ends = race(() -> offers.accept(agency, award, Confirmation.NONE), () -> {
            try {
                capacity.declareAll(agency, 900);
                return "declared";
            } catch (IllegalStateException moved) {
                return "asked again";
            }
        });
        assertThat(ends).anyMatch(PlacementRef.class::isInstance);
        assertThat(capacity.left(agency, BED)).isIn(180, 480, 900);
        boolean declaredLast = ends.contains("declared") && capacity.left(agency, BED) == 900;
        assertThat(declaredLast && takenFromLatest(agency)).isFalse();
    }

    @Test
    void theDatabaseKeepsItToo() {
        Actor agency = agencyWith(60);
        assertThatThrownBy(() -> jdbc.sql("""
                        update providers.capacity_hours h set left_minutes = -15 from providers.capacity c
                        where c.declaration_id = h.declaration_id and c.provider_id = ?""").param(agency.organisation()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aRevokedAwardGivesItsHoursBackOnce() {
        Actor agency = agencyWith(300);
        AwardRef award = offered(agency);
        offers.accept(agency, award, yes(agency, award));
        revoke(award);
        assertThat(capacity.left(agency, MORNING)).isEqualTo(300);
        assertThat(capacity.left(agency, BED)).isEqualTo(300);
        assertThat(audited(award)).contains("CapacityGivenBack");
    }

    @Test
    void nothingComesBackIntoANewerDeclaration() {
        Actor agency = agencyWith(600);
        AwardRef award = offered(agency);
        offers.accept(agency, award, Confirmation.NONE);
        capacity.declareAll(agency, 600);
        revoke(award);
        assertThat(capacity.left(agency, MORNING)).isEqualTo(600);
    }

    @Test
    void thePagePutsTheQuestionAndKeepsTheOffer() {
        Actor agency = agencyWith(300);
        AwardRef award = offered(agency);
        String page = "/en/offers/" + award;
        assertThat(get(page, agency))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "This is more than you declared",
                        "Morning, 1 worker: in hours a week, you have 5 free and this needs 5.25.",
                        "Bedtime, 2 workers: in hours a week, you have 5 free and this needs 7.",
                        "name=\"confirmed\"")
                .doesNotContain("Lunch, 1 worker:");
        assertThat(post(page, agency)).hasStatus(422).bodyText().contains("href=\"#confirmed\"");
        String seen = seen(page, agency);
        capacity.declareAll(agency, 285);
        assertThat(post(page, agency, "confirmed", "true", "seen", seen))
                .hasStatus(422)
                .bodyText()
                .contains("Your spare hours have changed", "in hours a week, you have 4.75 free")
                .doesNotContain("checked");
        assertThat(post(page, agency, "confirmed", "true", "seen", "nonsense")).hasStatus(422);
        assertThat(status(award)).isEqualTo("OFFERED");
        assertThat(post(page, agency, "confirmed", "true", "seen", seen(page, agency)))
                .hasStatus(302);
    }

    @Test
    void switchingTheLanguageAcceptsNothing() {
        Actor agency = agencyWith(6000);
        AwardRef award = offered(agency);
        assertThat(mvc.post()
                        .uri("/en/offers/" + award + "/acceptance")
                        .with(as(agency))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("_language", "cy")
                        .exchange())
                .hasStatusOk();
        assertThat(status(award)).isEqualTo("OFFERED");
    }

    private Actor agencyWith(int minutes) {
        Actor agency = capacity.agency("Oriau Care");
        capacity.declareAll(agency, minutes);
        return agency;
    }

    private AwardRef offered(Actor agency) {
        return examples.offered(county, examples.approved(county), agency);
    }

    private Question question(Actor agency, AwardRef award) {
        return Objects.requireNonNull(offers.view(agency, award).spare());
    }

    private Confirmation yes(Actor agency, AwardRef award) {
        return new Confirmation(true, question(agency, award).seen());
    }

    private void revoke(AwardRef award) {
        revocations.ask(county.commissioner(), award, "Wrong provider");
        revocations.approve(county.otherCommissioner(), award);
    }

    private String status(AwardRef award) {
        return jdbc.sql("select status from placements.award where ref = ?")
                .param(award.value())
                .query(String.class)
                .single();
    }

    private boolean confirmed(AwardRef award) {
        return jdbc.sql("select bool_and(confirmed) from providers.capacity_taken where award_ref = ?")
                .param(award.value())
                .query(Boolean.class)
                .single();
    }

    private boolean takenFromLatest(Actor agency) {
        return jdbc.sql("""
                        select exists (select from providers.capacity_taken t join providers.capacity c
                            on c.provider_id = t.provider_id and c.declaration_id = t.declaration_id where c.provider_id = ?)""").param(agency.organisation()).query(Boolean.class).single();
    }

    private List<String> audited(AwardRef award) {
        return jdbc.sql("select action from audit.entry where subject = ?")
                .param(award.value())
                .query(String.class)
                .list();
    }

    private String seen(String page, Actor agency) {
        Matcher found = SEEN.matcher(body(get(page, agency)));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String page, Actor actor) {
        return mvc.get().uri(page).with(as(actor)).exchange();
    }

    private MvcTestResult post(String page, Actor actor, String... fields) {
        var request = mvc.post().uri(page + "/acceptance").with(as(actor)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private static List<Object> race(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Object> ends = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> both = new ArrayList<>();
            for (Callable<?> verb : List.of(one, other))
                both.add(threads.submit(() -> {
                    start.await();
                    try {
                        return verb.call();
                    } catch (NotConfirmed asked) {
                        return asked;
                    }
                }));
            for (Future<Object> end : both) ends.add(end.get());
        }
        return ends;
    }
}
