package cymru.pontio.bridging.enablement;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.Deaths;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Enablement: goals, and an effect that follows from the hours. */
@PontioTest
class EnablementTests {
    @Autowired
    County county;

    @Autowired
    PackageExamples examples;

    @Autowired
    Enablement enablement;

    @Autowired
    Deaths deaths;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;
    private PackageFacts facts;

    @BeforeEach
    void givenAPackage() {
        today = Zone.dayOf(clock.instant());
        facts = examples.approved(county, "newtown");
    }

    @Test
    void theEffectFollowsFromTheHours() {
        assertThat(Effect.of(1800, 120)).isEqualTo(Effect.REDUCED);
        assertThat(Effect.of(1800, 0)).isEqualTo(Effect.MITIGATED);
        assertThat(Effect.of(1800, 1800)).isEqualTo(Effect.MAINTAINED);
        assertThat(Effect.of(1800, 1860)).isEqualTo(Effect.INCREASED);
    }

    /** Seeded fault: let keep_enablement pass what has ended. */
    @Test
    void beginsWithThePackagesHoursAndEndsOnce() {
        EnablementRef ref = begin();
        refused(this::begin, "enablement.error.running");
        assertThat(enablement.view(county.broker(), ref).episode().before()).isEqualTo(885);
        enablement.end(county.inhouse(), ref, today, 120, List.of(Reached.YES, Reached.PARTLY));
        Enablement.View view = enablement.view(county.commissioner(), ref);
        assertThat(view.episode().effect()).isEqualTo(Effect.REDUCED);
        assertThat(view.goals()).extracting(Enablement.Goal::reached).containsExactly(Reached.YES, Reached.PARTLY);
        refused(
                () -> enablement.end(county.inhouse(), ref, today, 0, List.of(Reached.YES, Reached.YES)),
                "enablement.error.ended");
        assertThat(enablement.summary(county.broker()))
                .anyMatch(one -> one.effect() == Effect.REDUCED && one.number() > 0);
        assertThatThrownBy(() -> jdbc.sql("update bridging.enablement_episode set minutes_after = 0 where ref = ?")
                        .param(ref.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Seeded faults, each by itself: let it run on; count it as an effect that is not known. */
    @Test
    void endsWithoutAnEffectWhereThePersonDied() {
        EnablementRef ref = begin();
        long counted = counted();
        deaths.died(county.socialWorker(), facts.ref(), clock.instant());
        Enablement.Episode one = enablement.view(county.inhouse(), ref).episode();
        assertThat(one.ended()).isEqualTo(today);
        assertThat(one.stopped()).isTrue();
        assertThat(one.effect()).isNull();
        assertThat(counted()).isEqualTo(counted);
        refused(
                () -> enablement.end(county.inhouse(), ref, today, 0, List.of(Reached.YES, Reached.YES)),
                "enablement.error.ended");
        for (String page : List.of("/en/enablement/" + ref, "/en/enablement"))
            assertThat(get(page, county.inhouse()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("None counted: the person died")
                    .doesNotContain("name=\"hours\"");
    }

    private long counted() {
        return enablement.summary(county.broker()).stream()
                .mapToLong(Enablement.Summary::number)
                .sum();
    }

    /** Seeded fault: let anybody begin. */
    @Test
    void onlyTheCoordinatorBeginsAndEnds() {
        EnablementRef ref = begin();
        for (Actor other : List.of(county.broker(), county.socialWorker(), county.providerA())) {
            assertThatThrownBy(() -> enablement.end(other, ref, today, 0, List.of(Reached.NO, Reached.NO)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> enablement.begin(
                            other, facts.ref(), today, today.plusDays(42), List.of("Walk to the shop")))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> enablement.view(county.socialWorker(), ref)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void asPagesShowIt(String language) {
        String page = "/" + language + "/enablement";
        assertThat(get(page, county.broker())).hasStatusOk().bodyText().doesNotContain("id=\"form\"");
        assertThat(post(page, county.inhouse(), "carePackage", "nothing", "goals", ""))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#carePackage", "href=\"#start", "href=\"#end", "href=\"#goals");
        List<String> fields = new ArrayList<>(List.of(date("start", today)));
        fields.addAll(List.of(date("end", today.plusDays(42))));
        fields.addAll(List.of("carePackage", facts.ref().value(), "goals", "Make breakfast\nWalk to the shop"));
        MvcTestResult begun = post(page, county.inhouse(), fields.toArray(String[]::new));
        assertThat(begun).hasStatus(302);
        String one = java.util.Objects.requireNonNull(begun.getResponse().getRedirectedUrl());
        one = one.substring(0, one.indexOf('?'));
        assertThat(get(one, county.inhouse())).hasStatusOk().bodyText().contains("Make breakfast", "id=\"form\"");
        assertThat(get(one, county.commissioner())).hasStatusOk().bodyText().doesNotContain("id=\"form\"");
        assertThat(post(one, county.inhouse(), "hours", "many"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#hours");
        fields = new ArrayList<>(List.of(date("last", today)));
        fields.addAll(List.of("hours", "0", "reached[0]", "YES", "reached[1]", "NO"));
        assertThat(post(one, county.inhouse(), fields.toArray(String[]::new))).hasStatus(302);
        assertThat(get(page + ".csv", county.commissioner())).hasStatusOk();
        for (Actor other : List.of(county.socialWorker(), county.providerA(), county.finance()))
            assertThat(get(one, other)).hasStatus(404);
    }

    /** Seeded faults, each by itself: end a day ahead; end before it began; begin for a package that is over. */
    @Test
    void endsOnADayOfItsOwnAndBeginsOnlyWhereCareIsStillWanted() {
        EnablementRef ref = begin();
        List<Reached> reached = List.of(Reached.YES, Reached.YES);
        refused(() -> enablement.end(county.inhouse(), ref, today.plusDays(1), 0, reached), "enablement.error.future");
        refused(() -> enablement.end(county.inhouse(), ref, today.minusDays(2), 0, reached), "enablement.error.before");
        examples.withdraw(county.broker(), facts.ref());
        refused(this::begin, "enablement.error.over");
    }

    /** What has not begun could not be ended, and would keep out what does. Seeded fault: begin on any day. */
    @Test
    void beginsOnADayThatHasComeAndNotLongAgo() {
        refused(() -> begin(today.plusDays(1)), "enablement.error.start");
        refused(() -> begin(today.minusDays(91)), "enablement.error.start");
        begin(today.minusDays(90));
    }

    private EnablementRef begin() {
        return begin(today.minusDays(1));
    }

    private EnablementRef begin(LocalDate start) {
        return enablement.begin(
                county.inhouse(),
                facts.ref(),
                start,
                today.plusDays(41),
                List.of("Make breakfast", "Walk to the shop"));
    }

    private static void refused(Runnable step, String key) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }

    private static String[] date(String field, LocalDate day) {
        return new String[] {
            field + ".day",
            "" + day.getDayOfMonth(),
            field + ".month",
            "" + day.getMonthValue(),
            field + ".year",
            "" + day.getYear()
        };
    }

    private MvcTestResult get(String page, Actor actor) {
        return mvc.get().uri(page).with(as(actor)).exchange();
    }

    private MvcTestResult post(String page, Actor actor, String... fields) {
        var request = mvc.post().uri(page).with(as(actor)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }
}
