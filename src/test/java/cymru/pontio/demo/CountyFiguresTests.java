package cymru.pontio.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The whole county: its history gives the published figures, from visits and status rows, whatever the day is. It has a database
 * of its own, so it is built beside the other tests.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class CountyFiguresTests {
    private static final Instant NOW = Instant.parse("2026-11-21T14:30:00Z");
    private static final Instant FORTY_DAYS_LATER = Instant.parse("2026-12-31T09:00:00Z");

    private static BuiltCounty county;

    @BeforeAll
    static void build() throws Exception {
        county = BuiltCounty.of("pontio_county", DemoSize.COUNTY, NOW);
    }

    @AfterAll
    static void close() throws Exception {
        county.close();
    }

    private static long hoursAWeek(String month) {
        return county.number("""
                select round(sum(user_minutes) / 60.0 * 7 / extract(day from date '%1$s' + interval '1 month - 1 day'))
                from visits.visit
                where superseded_at is null and status in ('DELIVERED', 'UNPLANNED') and kind in ('AGENCY', 'INHOUSE')
                    and visit_date >= '%1$s' and visit_date < date '%1$s' + interval '1 month'""".formatted(month));
    }

    private static long people(String month) {
        return county.number("""
                select count(distinct person_id) from visits.visit
                where superseded_at is null and status in ('DELIVERED', 'UNPLANNED')
                    and visit_date >= '%1$s' and visit_date < date '%1$s' + interval '1 month'""".formatted(month));
    }

    private static long waiting(String endOfDay, String statuses) {
        return county.number("""
                select count(*) from carepackages.report_waiting(timestamp '%s' at time zone 'Europe/London', '%s')
                where status = any (string_to_array('%s', ' '))""".formatted(endOfDay, NOW, statuses));
    }

    @Test
    void hoursRiseBy38PerCent() {
        assertThat(hoursAWeek("2023-09-01")).isEqualTo(6_794);
        assertThat(hoursAWeek("2025-08-01")).isEqualTo(9_368);
    }

    @Test
    void peopleRiseBy29PerCent() {
        assertThat(people("2023-09-01")).isEqualTo(471);
        assertThat(people("2025-08-01")).isEqualTo(609);
    }

    @Test
    void waitingFallsBy57PerCent() {
        assertThat(waiting("2023-10-01", "NO_COVER IN_HOSPITAL PART_MET")).isEqualTo(109);
        assertThat(waiting("2025-09-01", "NO_COVER IN_HOSPITAL PART_MET")).isEqualTo(47);
    }

    @Test
    void bridgedAndHeldAreCountedBeside() {
        assertThat(waiting("2023-10-01", "BRIDGED")).isEqualTo(38);
        assertThat(waiting("2025-09-01", "BRIDGED")).isEqualTo(14);
        assertThat(waiting("2023-10-01", "ON_HOLD")).isEqualTo(8);
        assertThat(waiting("2025-09-01", "ON_HOLD")).isEqualTo(4);
    }

    @Test
    void sumsOfMonthsAgreeWithTheirVisits() {
        assertThat(
                        county.number(
                                "select sum(user_minutes) from visits.delivered where period = 'MONTH' and starts_on = '2025-08-01'"))
                .isEqualTo(new Plot(DemoSize.COUNTY).minutes(Plot.LAST));
    }

    /**
     * So that the workbench of rates tells something: where the ways are long an agency bids more. Seeded fault: bid the same
     * everywhere.
     */
    @Test
    void fewOfTheHoursArePaidAtThePublishedMinimumPrice() {
        assertThat(county.number("""
            select round(100.0 * sum(p.carer_minutes_week) filter (where p.rate >= m.rate) / sum(p.carer_minutes_week))
            from placements.placement p
            join providers.provider v on v.id = p.provider_id and v.kind <> 'INHOUSE'
            join rates.published_minimum m on m.nation = 'WALES' and upper_inf(m.valid)
            where p.status in ('LIVE', 'NOTICE_GIVEN')""")).isBetween(2L, 15L);
    }

    /** Made a second time without a database, which would only keep what it is given. */
    @Test
    void historyIsTheSameFortyDaysLater() {
        assertThat(history(FORTY_DAYS_LATER)).isEqualTo(history(NOW));
    }

    private static long history(Instant now) {
        long[] sum = {0};
        var lives = new County(DemoSize.COUNTY, cymru.pontio.matching.Matching.withoutPledge(), "", now, percent -> {})
                .lives();
        var diary = new Diary((life, visit) -> sum[0] = sum[0] * 31
                + life.number * 1_000_003L
                + visit.day * 101L
                + visit.arrived * 17L
                + visit.stayed * 3L
                + visit.stayedAtFirst
                + visit.outcome.ordinal());
        for (int month = Plot.FIRST; month <= Plot.LAST; month++) {
            for (Life life : lives) diary.month(life, month, At.lastDay(Plot.LAST));
        }
        int end = At.lastDay(Plot.LAST);
        for (Life life : lives) {
            if (life.approvedOn > end) continue;
            sum[0] = sum[0] * 31
                    + life.approvedOn
                    + Math.min(life.startOn, end + 1) * 7L
                    + Math.min(life.withdrawnOn, end + 1);
        }
        return sum[0];
    }
}
