package cymru.pontio.rates.simplification;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.PlacementExamples.Accepted;
import cymru.pontio.placements.Placements;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class SimplificationTests {
    /** Each proposal begins later than the one before, because all tests share the placements. */
    private static final AtomicInteger DAYS = new AtomicInteger(10);

    @Autowired
    Workbench workbench;

    @Autowired
    Proposals proposals;

    @Autowired
    PlacementExamples examples;

    @Autowired
    Placements placements;

    @Autowired
    County county;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private UUID placement;

    @BeforeEach
    void aLivePlacement() {
        Accepted accepted = examples.pending(county);
        placements.visited(accepted.provider(), Map.of(accepted.id(), clock.instant()));
        placement = accepted.id();
    }

    /** What is read here from the tables is what the page says; a visit with two workers is paid twice. */
    @Test
    void itsTotalsAreThoseOfPlainSql() {
        LocalDate from = nextDay();
        Effect effect = workbench.effect(county.commissioner(), uplift("0.37", from));
        Map<String, Object> sums = jdbc.sql("""
                with live as (
                    select p.id, m.user_minutes, m.carer_minutes,
                        coalesce((select r.rate from placements.placement_rate r where r.placement_id = p.id
                            and r.from_on <= :from order by r.from_on desc limit 1), p.rate) as rate
                    from placements.placement p join providers.provider v on v.id = p.provider_id
                    cross join lateral placements.minutes_on(p.id, :from) m
                    where p.status in ('LIVE', 'NOTICE_GIVEN') and v.kind <> 'INHOUSE'), raised as (
                    select *, least(rate + 0.37, 32.14) as new_rate from live)
                select count(*) as placements, count(distinct rate) as distinct_rates, sum(user_minutes) as user_minutes,
                    sum(carer_minutes) as carer_minutes, sum(round(rate * carer_minutes / 60, 2)) as before,
                    sum(round(new_rate * carer_minutes / 60, 2)) as after,
                    round(100.0 * sum(carer_minutes) filter (where rate < 28.64) / sum(carer_minutes), 1) as carer_below,
                    round(100.0 * sum(user_minutes) filter (where rate < 28.64) / sum(user_minutes), 1) as user_below
                from raised""").param("from", from).query().singleRow();
        assertThat((long) effect.total().placements()).isEqualTo(sums.get("placements"));
        assertThat(effect.distinctBefore()).isEqualTo(sums.get("distinct_rates"));
        assertThat((long) effect.total().userMinutes()).isEqualTo(sums.get("user_minutes"));
        assertThat((long) effect.total().carerMinutes()).isEqualTo(sums.get("carer_minutes"));
        assertThat(effect.total().carerMinutes()).isGreaterThan(effect.total().userMinutes());
        assertThat(effect.total().weekBefore()).isEqualByComparingTo((BigDecimal) sums.get("before"));
        assertThat(effect.total().weekAfter()).isEqualByComparingTo((BigDecimal) sums.get("after"));
        assertThat(effect.total().yearMore())
                .isEqualByComparingTo(((BigDecimal) sums.get("after"))
                        .subtract((BigDecimal) sums.get("before"))
                        .multiply(BigDecimal.valueOf(52)));
        Effect.Below wales = effect.below().getFirst();
        assertThat(wales.carerBefore()).isEqualByComparingTo((BigDecimal) sums.get("carer_below"));
        assertThat(wales.userBefore()).isEqualByComparingTo((BigDecimal) sums.get("user_below"));
    }

    @Test
    void newRatesBeginOnTheirDayAndNotBefore() {
        LocalDate from = nextDay();
        BigDecimal was = rateOn(from);
        ProposalRef ref = proposals.save(county.commissioner(), uplift("0.50", from));
        assertThat(rateOn(from)).isEqualByComparingTo(was);
        proposals.approve(county.finance(), ref);
        assertThat(rateOn(from.minusDays(1))).isEqualByComparingTo(was);
        assertThat(rateOn(from)).isEqualByComparingTo(was.add(new BigDecimal("0.50")));
        assertThat(jdbc.sql("select rate from placements.placement where id = ?")
                        .param(placement)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("24.00");
        assertThat(jdbc.sql("select proposal from placements.placement_rate where placement_id = ? and from_on = ?")
                        .params(placement, from)
                        .query(String.class)
                        .single())
                .isEqualTo(ref.value());
    }

    /** Seeded faults: hear of no approval; look for the next rate among those in force. */
    @Test
    void theProviderIsToldAndItsListHasTheRateOfTodayAndTheNext() throws Exception {
        LocalDate from = nextDay();
        String ref = jdbc.sql("select ref from placements.placement where id = ?")
                .param(placement)
                .query(String.class)
                .single();
        ProposalRef proposal = proposals.save(county.commissioner(), uplift("0.20", from));
        proposals.approve(county.finance(), proposal);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("""
                        select count(*) from notifications.inbox i join notifications.news n on n.id = i.news_id
                        where n.message_key = 'placements.news.rates' and n.ref = ? and n.about_day = ? and i.account_id = ?""")
                                .params(
                                        proposal.value(),
                                        from,
                                        county.providerA().userId())
                                .query(Long.class)
                                .single()
                        == 1);
        String file = mvc.get()
                .uri("/en/placements.csv?status=LIVE")
                .with(as(county.providerA()))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines().filter(line -> line.startsWith(ref)))
                .singleElement()
                .asString()
                .matches(".*,24(\\.\\d+)?,2\\d\\.\\d+,2\\d{3}-\\d\\d-\\d\\d,.*");
    }

    /** Seeded fault: save whatever was worked out. */
    @Test
    void nothingIsProposedThatChangesNoRate() {
        assertThatThrownBy(() -> proposals.save(county.commissioner(), uplift("0.00", nextDay())))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("simplification.error.nothing");
    }

    @Test
    void nobodyDecidesOnTheirOwnProposal() {
        ProposalRef ref = save();
        assertThatThrownBy(() -> proposals.approve(county.commissioner(), ref)).hasMessage("simplification.error.own");
        assertThatThrownBy(() -> jdbc.sql("""
                        update rates.proposal set status = 'APPROVED', decided_by = proposed_by, decided_by_name = 'x',
                            decided_at = now(), changed = 1 where ref = ?""").param(ref.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        for (Actor other : List.of(county.broker(), county.providerA(), county.manager()))
            assertThatThrownBy(() -> proposals.approve(other, ref)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> proposals.save(county.finance(), uplift("0.10", nextDay())))
                .isInstanceOf(NotFound.class);
    }

    /** Seeded fault: read the proposal without the row lock. */
    @RepeatedTest(2)
    void ofTwoApprovalsAtOnceOneWins() throws Exception {
        ProposalRef ref = save();
        List<Object> ends =
                race(() -> approved(county.otherCommissioner(), ref), () -> approved(county.finance(), ref));
        assertThat(ends).filteredOn("approved"::equals).hasSize(1);
        assertThat(ends).filteredOn(RuleBroken.class::isInstance).hasSize(1);
    }

    /** Seeded fault: leave mustStillBe out, and the second is laid over a rate it knew nothing of. */
    @RepeatedTest(2)
    void ofTwoProposalsFromTheSameRatesOneWins() throws Exception {
        ProposalRef one = save();
        ProposalRef other = save();
        List<Object> ends =
                race(() -> approved(county.otherCommissioner(), one), () -> approved(county.finance(), other));
        assertThat(ends).filteredOn("approved"::equals).hasSize(1);
        assertThat(ends)
                .filteredOn(RuleBroken.class::isInstance)
                .singleElement()
                .hasToString("cymru.pontio.kernel.RuleBroken: placements.error.rateMoved");
    }

    /** It is paid to its last day. Seeded fault: ask for live placements alone. */
    @Test
    void changesTheRateOfAPlacementOnNoticeToo() {
        jdbc.sql("update placements.placement set status = 'NOTICE_GIVEN' where id = ?")
                .param(placement)
                .update();
        LocalDate from = nextDay();
        BigDecimal was = rateOn(from);
        ProposalRef ref = proposals.save(county.commissioner(), uplift("0.50", from));
        proposals.approve(county.finance(), ref);
        assertThat(rateOn(from)).isEqualByComparingTo(was.add(new BigDecimal("0.50")));
    }

    @Test
    void leavesOutWhatHasEndedMeanwhile() {
        ProposalRef ref = save();
        jdbc.sql("""
                update carepackages.care_package set status = 'ENDED'
                where id = (select care_package_id from placements.placement where id = ?)""").param(placement).update();
        jdbc.sql("""
                update placements.placement set status = 'ENDED', ended_on = current_date + 1, end_reason = 'moved away'
                where id = ?""").param(placement).update();
        proposals.approve(county.finance(), ref);
        assertThat(jdbc.sql("select count(*) from placements.placement_rate where placement_id = ? and proposal = ?")
                        .params(placement, ref.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Seeded fault: drop the trigger after_today. */
    @Test
    void theDatabaseLetsNobodyReachThePast() {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into placements.placement_rate (placement_id, from_on, was, rate, proposal, decided_by, decided_by_name, decided_at)
                        values (?, current_date, 24, 25, 'x', gen_random_uuid(), 'x', now())""").param(placement).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        ProposalRef ref = save();
        assertThatThrownBy(() ->
                        jdbc.sql("update rates.proposal_line set new_rate = 99").update())
                .isInstanceOf(DataIntegrityViolationException.class);
        proposals.approve(county.finance(), ref);
        assertThatThrownBy(() -> jdbc.sql("update placements.placement_rate set rate = 99")
                        .update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update rates.proposal set status = 'PROPOSED' where ref = ?")
                        .param(ref.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> proposals.save(county.commissioner(), uplift("0.10", proposals.today())))
                .hasMessage("simplification.error.past");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void theWorkbenchWorksInBothLanguages(String language) {
        String root = "/" + language + "/rates/simplification";
        assertThat(get(root, county.finance()))
                .hasStatusOk()
                .bodyText()
                .contains("£28.64", "Homecare Association")
                .doesNotContain(root + "/new");
        LocalDate from = nextDay();
        Map<String, String> typed = Map.of(
                "grouping",
                "ZONE_LENGTH",
                "basis",
                "HIGHEST",
                "target",
                "3",
                "from.day",
                "" + from.getDayOfMonth(),
                "from.month",
                "" + from.getMonthValue(),
                "from.year",
                "" + from.getYear(),
                "_action",
                "work-out");
        assertThat(post(root + "/new", county.commissioner(), typed))
                .hasStatusOk()
                .bodyText()
                .contains("Aderyn Care", language.equals("cy") ? "Nid yw hwn wedi’i gadw" : "This is not saved");
        assertThat(get(root + "/uplift", county.commissioner())).hasStatusOk();
        assertThat(get(root + "/new", county.finance())).hasStatus(404);
        assertThat(get(root + ".csv", county.finance()))
                .hasStatusOk()
                .bodyText()
                .contains("PLC-", "24.00");
    }

    @Test
    void asksAgainForNonsenseAndKeepsIt() {
        assertThat(post(
                        "/en/rates/simplification/new",
                        county.commissioner(),
                        Map.of(
                                "grouping",
                                "MOON",
                                "target",
                                "0",
                                "from.day",
                                "1",
                                "from.month",
                                "1",
                                "from.year",
                                "2020")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Choose which placements",
                        "Enter how many rates at most",
                        "Choose how the rate",
                        "must be after today",
                        "Give a reason");
        assertThat(post(
                        "/en/rates/simplification/uplift",
                        county.commissioner(),
                        Map.of("measure", "PERCENT", "amount", "51", "from.day", "x")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "no more than 50 per cent", "Choose a service", "Choose a zone", "value=\"51\"", "value=\"x\"");
        assertThat(get("/en/rates/simplification/RSP-0000-0", county.finance())).hasStatus(404);
    }

    @Test
    void twoPeopleDecideOnThePage() {
        LocalDate from = nextDay();
        MvcTestResult saved = post(
                "/en/rates/simplification/uplift",
                county.commissioner(),
                Map.of(
                        "measure",
                        "POUNDS",
                        "amount",
                        "0.25",
                        "service",
                        "ALL",
                        "zone",
                        "ALL",
                        "reason",
                        "Yearly",
                        "from.day",
                        "" + from.getDayOfMonth(),
                        "from.month",
                        "" + from.getMonthValue(),
                        "from.year",
                        "" + from.getYear()));
        assertThat(saved)
                .hasStatus(302)
                .redirectedUrl()
                .matches("/en/rates/simplification/RSP-.*\\?done=simplification.saved");
        String page = saved.getResponse().getRedirectedUrl().replaceAll("\\?.*", "");
        assertThat(get(page, county.commissioner())).hasStatusOk().bodyText().doesNotContain("/approval");
        assertThat(get(page + "/lines.csv", county.finance()))
                .hasStatusOk()
                .bodyText()
                .contains("PLC-");
        assertThat(get(page.replace("/en/", "/cy/"), county.finance())).hasStatusOk();
        assertThat(post(page + "/refusal", county.finance(), Map.of())).hasStatus(422);
        assertThat(post(page + "/approval", county.commissioner(), Map.of())).hasStatus(409);
        assertThat(post(page + "/approval", county.finance(), Map.of())).hasStatus(302);
        assertThat(post(page + "/refusal", county.otherCommissioner(), Map.of("reason", "Too late")))
                .hasStatus(409)
                .bodyText()
                .contains("approved meanwhile by " + county.finance().name());
        String ref = jdbc.sql("select ref from placements.placement where id = ?")
                .param(placement)
                .query(String.class)
                .single();
        assertThat(get("/en/placements/" + ref, county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains("£24.25", "before: £24.00");
    }

    private Object approved(Actor by, ProposalRef ref) {
        proposals.approve(by, ref);
        return "approved";
    }

    private ProposalRef save() {
        return proposals.save(county.commissioner(), uplift("0.10", nextDay()));
    }

    private BigDecimal rateOn(LocalDate day) {
        return jdbc.sql("select placements.rate_on(id, rate, cast(? as date)) from placements.placement where id = ?")
                .params(day, placement)
                .query(BigDecimal.class)
                .single();
    }

    private LocalDate nextDay() {
        return proposals.today().plusDays(DAYS.incrementAndGet());
    }

    private static UpliftTerms uplift(String pounds, LocalDate from) {
        return new UpliftTerms(null, new BigDecimal(pounds), null, null, from, "Test");
    }

    private MvcTestResult get(String page, Actor actor) {
        return mvc.get().uri(page).with(as(actor)).exchange();
    }

    private MvcTestResult post(String page, Actor actor, Map<String, String> typed) {
        var request = mvc.post().uri(page).with(as(actor)).with(csrf());
        typed.forEach(request::param);
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
                    } catch (RuleBroken refused) {
                        return refused;
                    }
                }));
            for (Future<Object> end : both) ends.add(end.get());
        }
        return ends;
    }
}
