package cymru.pontio.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WorkingTime;
import cymru.pontio.site.DateParts;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PontioTest
class RateChangeTests {
    /** The sitting service: no other test prices it. Each test takes lengths of its own. */
    private static int lengths = 600;

    @Autowired
    RateChanges changes;

    @Autowired
    Rates rates;

    @Autowired
    Prices prices;

    @Autowired
    RateBook book;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final int minutes = ++lengths;

    @Test
    void entersARateWhenASecondPersonApproves() {
        LocalDate from = changes.today().plusDays(40);
        RateChangeRef ref = changes.propose(county.commissioner(), ChangeKind.CARD, card(from, null, "33.00"), "Test");
        assertThat(rate(from)).isEqualTo("24.32");
        changes.approve(county.finance(), ref);
        assertThat(rate(from.minusDays(1))).isEqualTo("24.32");
        assertThat(rate(from)).isEqualTo("33.00");
        assertThat(changes.view(county.broker(), ref).change().decidedBy())
                .isEqualTo(county.finance().name());
    }

    @Test
    void showsTheSecondPersonWhatWouldEnd() {
        LocalDate from = changes.today().plusDays(2);
        RateChangeRef ref = changes.propose(county.commissioner(), ChangeKind.CARD, card(from, null, "33.00"), "Test");
        assertThat(changes.view(county.finance(), ref).leavesGaps()).isTrue();
        assertThat(changes.view(county.finance(), ref).affected())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.service()).isEqualTo(CareService.SITTING));
    }

    /** Seeded fault: let approve() not ask who proposed. */
    @Test
    void nobodyDecidesOnTheirOwnProposal() {
        RateChangeRef ref = propose(county.commissioner());
        assertThatThrownBy(() -> changes.approve(county.commissioner(), ref))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("rates.error.own");
        assertThatThrownBy(() -> jdbc.sql("""
                        update rates.rate_change set status = 'APPROVED', decided_by = proposed_by, decided_by_name = 'x',
                            decided_at = now() where ref = ?""").param(ref.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        changes.turnDown(county.commissioner(), ref, "A slip");
        assertThat(changes.view(county.commissioner(), ref).change().status()).isEqualTo(Decision.WITHDRAWN);
    }

    /** Seeded fault: let approve() not look at the day. */
    @Test
    void nothingBeginsOnADayThatHasComeMeanwhile() {
        RateChangeRef ref = propose(county.commissioner());
        jdbc.sql("update rates.rate_change set proposed_at = proposed_at - interval '3 days', from_on = ? where"
                        + " ref = ?")
                .params(changes.today(), ref.value())
                .update();
        assertThatThrownBy(() -> changes.approve(county.finance(), ref))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("rates.error.past");
        changes.turnDown(county.finance(), ref, "Too late");
    }

    @Test
    void othersFindNothing() {
        RateChangeRef ref = propose(county.commissioner());
        for (Actor other : List.of(county.broker(), county.providerA(), county.socialWorker(), county.admin())) {
            assertThatThrownBy(() -> changes.approve(other, ref)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> propose(other)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> propose(county.finance())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> changes.view(county.providerA(), ref)).isInstanceOf(NotFound.class);
    }

    /** Seeded fault: read the change without the row lock, and both approvals enter it. */
    @RepeatedTest(3)
    void ofTwoApprovalsAtOnceOneWins() throws Exception {
        RateChangeRef ref = propose(county.commissioner());
        List<Object> ends = race(
                () -> {
                    changes.approve(county.otherCommissioner(), ref);
                    return "approved";
                },
                () -> {
                    changes.approve(county.finance(), ref);
                    return "approved";
                });
        assertThat(ends).filteredOn("approved"::equals).hasSize(1);
        assertThat(ends)
                .filteredOn(RuleBroken.class::isInstance)
                .singleElement()
                .hasToString("cymru.pontio.kernel.RuleBroken: rates.error.decided");
        assertThat(entries(ref)).isEqualTo(1);
    }

    @Test
    void ofTwoChangesForTheSameDaysTheLaterApprovedStands() {
        LocalDate from = changes.today().plusDays(50);
        RateChangeRef first = changes.propose(county.commissioner(), ChangeKind.CARD, card(from, null, "31.00"), "One");
        RateChangeRef second =
                changes.propose(county.otherCommissioner(), ChangeKind.CARD, card(from, null, "32.00"), "Two");
        changes.approve(county.finance(), first);
        changes.approve(county.finance(), second);
        assertThat(rate(from)).isEqualTo("32.00");
    }

    /** Seeded fault: let mustBeInTime agree to the past. */
    @Test
    void thePastTakesAnAdjustmentAndKeepsWhatItAdjusts() {
        LocalDate today = changes.today();
        RateTerms past = card(today.minusDays(20), today.minusDays(10), "29.00");
        assertThatThrownBy(() -> changes.propose(county.commissioner(), ChangeKind.CARD, past, "Late"))
                .hasMessage("rates.error.past");
        RateChangeRef ref = changes.propose(county.commissioner(), ChangeKind.ADJUSTMENT, past, "Agreed in court");
        changes.approve(county.otherCommissioner(), ref);
        assertThat(rate(today.minusDays(21))).isEqualTo("24.32");
        assertThat(rate(today.minusDays(20))).isEqualTo("29.00");
        assertThat(rate(today.minusDays(10))).isEqualTo("24.32");
        assertThat(book.wholeCard())
                .filteredOn(entry -> ref.value().equals(entry.change()))
                .singleElement()
                .extracting(CardEntry::layer)
                .isNotEqualTo(0);
    }

    /** Days to come are the card's. Seeded fault: let an adjustment end when it likes. */
    @Test
    void anAdjustmentDoesNotReachIntoTheFuture() {
        LocalDate today = changes.today();
        for (LocalDate until : new LocalDate[] {null, today.plusDays(2)})
            assertThatThrownBy(() -> changes.propose(
                            county.commissioner(),
                            ChangeKind.ADJUSTMENT,
                            card(today.minusDays(20), until, "29.00"),
                            "Agreed in court"))
                    .hasMessage("rates.error.adjustmentAhead");
    }

    /** Seeded fault: drop the trigger past_stands. */
    @Test
    void theDatabaseLetsNobodyRewriteWhatHasBegun() {
        for (String rewrite : List.of(
                "update rates.card_entry set rate = rate + 1 where lower(valid) < current_date",
                "update rates.card_entry set valid = daterange(lower(valid), current_date - 5) where upper(valid) is null",
                "delete from rates.card_entry where lower(valid) < current_date",
                "update rates.envelope set ceiling = ceiling + 1",
                "insert into rates.pledge_effect (level, amount, valid, source) values ('NEW', 1, '[2020-01-01,)', 'x')",
                "insert into rates.card_entry (service, minutes_from, minutes_to, days, rate, valid) values ('SITTING', 1, 720, 'EVERY_DAY', 9, daterange(current_date + 900, null))",
                "update rates.published_minimum set rate = 1")) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            status -> jdbc.sql(rewrite).update()))
                    .as(rewrite)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    /** Seeded fault: drop the exclusion constraint. */
    @Test
    void twoRatesForOneVisitCannotStand() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("set local session_replication_role = replica").update();
                    jdbc.sql("""
                            insert into rates.card_entry (service, zone, minutes_from, minutes_to, days, workers, rate, valid)
                            values ('SESSIONAL', null, 40, 50, 'SUNDAYS', 2, 10, '[2026-02-01,2026-02-08)')""").update();
                }))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("card_entry_one_rate");
    }

    @Test
    void anEnvelopeEndsTheOneBeforeIt() {
        LocalDate from = changes.today().plusYears(4);
        RateTerms terms = new RateTerms(
                from,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal("29.00"),
                new BigDecimal("25.00"),
                new BigDecimal("35.00"),
                "Test");
        changes.approve(county.finance(), changes.propose(county.commissioner(), ChangeKind.ENVELOPE, terms, "Yearly"));
        assertThat(rates.on(from).ceiling()).hasToString("35.00");
        assertThat(rates.on(from.minusDays(1)).ceiling()).hasToString("32.14");
    }

    /** Seeded fault: price the whole period in the zone of its first day. */
    @Test
    void aZoneChangesFromADayOnAndAPriceAcrossItUsesBoth() {
        LocalDate from = changes.today().plusDays(30);
        assertThat(rates.zones(from).of("crickhowell")).isEqualTo(PriceZone.RURAL);
        RateChangeRef ref = changes.propose(
                county.commissioner(),
                ChangeKind.ZONE,
                placed("crickhowell", PriceZone.DEEP_RURAL, from, null, null),
                "Remote");
        assertThat(rates.zones(from).of("crickhowell")).isEqualTo(PriceZone.RURAL);
        changes.approve(county.otherCommissioner(), ref);
        assertThat(rates.zones(from).of("crickhowell")).isEqualTo(PriceZone.DEEP_RURAL);
        assertThat(rates.zones(from.minusDays(1)).of("crickhowell")).isEqualTo(PriceZone.RURAL);
        LocalDate first = from.minusDays(2);
        PriceForm call = new PriceForm(
                "SESSIONAL",
                "crickhowell",
                List.of("1", "2", "3", "4", "5", "6", "7"),
                "60",
                "1",
                "",
                DateParts.of(first),
                "WEEK");
        Prices.Explained week = prices.explain(county.finance(), call);
        assertThat(week.zones()).containsExactly(PriceZone.RURAL, PriceZone.DEEP_RURAL);
        assertThat(week.price().visits()).isEqualTo(7);
        assertThat(week.price().lines().stream()
                        .filter(line -> line.entry().zone() == PriceZone.RURAL)
                        .mapToInt(Price.Line::visits)
                        .sum())
                .isLessThanOrEqualTo(2);
        assertThatThrownBy(() -> jdbc.sql("update rates.locality_zone set zone = 'TOWN' where locality = 'crickhowell'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql(
                                "delete from rates.locality_zone where locality = 'crickhowell' and change_id is null")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Seeded fault: close without asking whether anything is open. */
    @Test
    void theWayForExceptionsIsClosedEarlyByTwoAndOnlyWhereItIsOpen() {
        LocalDate opens = changes.today().plusDays(400);
        LocalDate closes = opens.plusDays(10);
        RateTerms open = placed("crickhowell", null, opens, opens.plusDays(60), new BigDecimal("40.00"));
        changes.approve(
                county.finance(), changes.propose(county.commissioner(), ChangeKind.EXCEPTION, open, "Nobody bids"));
        RateTerms closing = placed("crickhowell", null, closes, null, null);
        assertThat(changes.closable(null, closes)).isFalse();
        RateChangeRef ref = changes.propose(county.commissioner(), ChangeKind.CLOSING, closing, "They bid again");
        assertThat(until("crickhowell")).isEqualTo(opens.plusDays(60));
        assertThatThrownBy(() -> changes.approve(county.commissioner(), ref)).isInstanceOf(RuleBroken.class);
        changes.approve(county.otherCommissioner(), ref);
        assertThat(until("crickhowell")).isEqualTo(closes);
        RateChangeRef again = changes.propose(county.commissioner(), ChangeKind.CLOSING, closing, "Once more");
        assertThatThrownBy(() -> changes.approve(county.finance(), again))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("rates.error.closed"));
    }

    private LocalDate until(String locality) {
        return jdbc.sql("select max(upper(valid)) from rates.exception where locality = ?")
                .param(locality)
                .query(LocalDate.class)
                .single();
    }

    @Test
    void nightsAndWeeksHaveRatesOfTheirOwnWhichTwoPeopleChange() {
        LocalDate from = changes.today().plusYears(3);
        RateTerms terms = new RateTerms(
                from,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                FlatService.SLEEP_IN,
                new BigDecimal("105.00"),
                null,
                null,
                "Cabinet, today");
        changes.approve(county.finance(), changes.propose(county.commissioner(), ChangeKind.FLAT, terms, "Yearly"));
        assertThat(book.flatRates())
                .filteredOn(rate -> rate.service() == FlatService.SLEEP_IN)
                .anySatisfy(rate -> {
                    assertThat(rate.valid().from()).isEqualTo(from);
                    assertThat(rate.week()).hasToString("735.00");
                    assertThat(rate.year()).hasToString("38325.00");
                })
                .anySatisfy(rate -> assertThat(rate.lastDay()).isEqualTo(from.minusDays(1)));
        assertThat(FlatService.LIVE_IN.year(cymru.pontio.kernel.Money.of("1150.00")))
                .hasToString("59964.29");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into rates.flat_rate (service, rate, valid, source) values ('LIVE_IN', 1, '[2020-01-01,2020-01-02)', 'x')""").update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    private static RateTerms placed(
            String locality,
            @Nullable PriceZone zone,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal rate) {
        return new RateTerms(
                from, until, null, zone, null, null, null, null, null, null, locality, null, rate, null, null, null);
    }

    @Test
    void theBankHolidaysAreThoseOfTheWorkingCalendar() {
        assertThat(book.bankHolidayDays())
                .hasSize(49)
                .filteredOn(day -> day.getYear() < 2028)
                .allSatisfy(day -> assertThat(WorkingTime.isWorkingDay(day)).isFalse());
        assertThat(LocalDate.of(2023, 1, 1)
                        .datesUntil(LocalDate.of(2028, 1, 1))
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                        .filter(day -> !WorkingTime.isWorkingDay(day)))
                .isSubsetOf(book.bankHolidayDays());
    }

    private RateChangeRef propose(Actor by) {
        return changes.propose(
                by, ChangeKind.CARD, card(changes.today().plusDays(60), null, "31.00"), "Something to decide");
    }

    private String rate(LocalDate day) {
        CallToPrice call = new CallToPrice(CareService.SITTING, PriceZone.TOWN, "1", minutes, 1, null);
        return rates.tariff(new DateRange(day, day.plusDays(1)))
                .entry(call, day)
                .orElseThrow()
                .rate()
                .toString();
    }

    private long entries(RateChangeRef ref) {
        return book.wholeCard().stream()
                .filter(entry -> ref.value().equals(entry.change()))
                .count();
    }

    private RateTerms card(LocalDate from, @Nullable LocalDate until, String rate) {
        return new RateTerms(
                from,
                until,
                CareService.SITTING,
                null,
                minutes,
                minutes,
                CardDays.EVERY_DAY,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal(rate),
                null,
                null,
                null);
    }

    static List<Object> race(Callable<?> one, Callable<?> other) throws Exception {
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
