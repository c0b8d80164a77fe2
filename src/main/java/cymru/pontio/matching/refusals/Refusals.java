package cymru.pontio.matching.refusals;

import cymru.pontio.carepackages.Band;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the market said no to. Only of rounds that are closed: until a deadline nobody learns who will not bid, nor from a
 * figure here.
 */
@Service
public class Refusals {
    /** Of fewer rounds no share is shown: it would jump with each of them. */
    static final int ENOUGH = 10;

    private static final int PAGE = 25;
    private static final int FILE = 5000;
    /** A round with calls in several parts of the day stands in each of them. */
    private static final String CELLS = """
            with cell as (
                select r.*, k.key
                from bidding.report_round r cross join lateral unnest(case :by
                    when 'area' then array[r.locality] when 'band' then r.bands
                    when 'workers' then array[case when r.two_workers then '2' else '1' end]
                    else array[r.welsh] end) as k (key)
                where r.closed_at >= :from and (:area = '' or r.locality = :area) and (:key = '' or k.key = :key))\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Refusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How often one reason was given. */
    record Said(String reason, int times) {}

    /**
     * @param key code of a patch, part of the day, number of workers, or what was asked of Welsh
     * @param rounds closed in the time
     * @param without of these, closed without a bid that could stand
     */
    record Line(
            String key,
            @Nullable String nameEn,
            @Nullable String nameCy,
            int rounds,
            int without,
            int bids,
            List<Said> reasons) {
        public int declines() {
            return reasons.stream().mapToInt(Said::times).sum();
        }

        /** Rounds without a bid of a hundred, whole; none of fewer than ten rounds. */
        public @Nullable Integer share() {
            if (rounds < ENOUGH) return null;
            return BigDecimal.valueOf(without * 100L)
                    .divide(BigDecimal.valueOf(rounds), 0, RoundingMode.HALF_UP)
                    .intValueExact();
        }

        /** To two places; none of fewer than ten rounds. */
        public @Nullable BigDecimal bidsARound() {
            if (rounds < ENOUGH) return null;
            return BigDecimal.valueOf(bids).divide(BigDecimal.valueOf(rounds), 2, RoundingMode.HALF_UP);
        }
    }

    /**
     * One closed round and what it was answered.
     *
     * @param bands parts of the day with calls, from the morning to the night
     */
    record Round(
            String ref,
            String packageRef,
            String areaEn,
            String areaCy,
            Instant closedAt,
            List<String> bands,
            boolean twoWorkers,
            String welsh,
            int bids,
            List<Said> reasons) {}

    record Page(List<Round> rounds, @Nullable String next) {}

    /**
     * A provider that said no, several times perhaps, to rounds in one patch with calls in one part of the day.
     *
     * @param reason code of the reason given most lately among those given most
     * @param times all declines there, whatever the reason
     */
    public record Refused(UUID provider, String locality, String band, String reason, int times, LocalDate last) {}

    /** The first day that counts. */
    LocalDate from(RefusalFilter filter) {
        return Zone.dayOf(clock.instant()).minusMonths(Long.parseLong(filter.months()));
    }

    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, RefusalFilter filter) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        Map<String, List<Said>> reasons = new HashMap<>();
        filtered(CELLS + """
                select c.key, d.reason, count(*) as times from cell c join bidding.report_decline d on d.advert_id = c.advert_id
                group by 1, 2 order by 1, 3 desc, 2""", filter).query(row -> {
            reasons.computeIfAbsent(row.getString("key"), key -> new ArrayList<>())
                    .add(new Said(row.getString("reason"), row.getInt("times")));
        });
        return filtered(CELLS + """
                select c.key, l.name_en, l.name_cy, count(*) as rounds, count(*) filter (where c.bids = 0) as without,
                    sum(c.bids) as bids
                from cell c left join areas.report_locality l on :by = 'area' and l.code = c.key
                group by 1, 2, 3 order by 5 desc, 4 desc, 1""", filter)
                .query((row, n) -> new Line(
                        row.getString("key"),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        row.getInt("rounds"),
                        row.getInt("without"),
                        row.getInt("bids"),
                        reasons.getOrDefault(row.getString("key"), List.of())))
                .list();
    }

    /** The rounds behind a figure, the last closed first. */
    @Transactional(readOnly = true)
    public Page rounds(Actor actor, RefusalFilter filter, String after) {
        List<Round> rounds = rounds(actor, filter, after, PAGE + 1);
        if (rounds.size() <= PAGE) return new Page(rounds, null);
        return new Page(rounds.subList(0, PAGE), rounds.get(PAGE - 1).ref());
    }

    @Transactional(readOnly = true)
    public List<Round> allRounds(Actor actor, RefusalFilter filter) {
        return rounds(actor, filter, "", FILE);
    }

    /** For explanations of a plan: who declined what in the last twelve months, by provider, patch and part of the day. */
    @Transactional(readOnly = true)
    public List<Refused> lastYear() {
        return jdbc.sql("""
                with said as (
                    select d.provider_id, r.locality, k.band, d.reason, count(*) as times, max(d.at) as last
                    from bidding.report_decline d
                    join bidding.report_round r on r.advert_id = d.advert_id
                    cross join lateral unnest(r.bands) as k (band)
                    where d.at >= :from
                    group by 1, 2, 3, 4)
                select distinct on (provider_id, locality, band) provider_id, locality, band, reason,
                    sum(times) over whole as times, max(last) over whole as last
                from said window whole as (partition by provider_id, locality, band)
                order by provider_id, locality, band, said.times desc, said.last desc, reason""")
                .param("from", start(Zone.dayOf(clock.instant()).minusMonths(12)))
                .query((row, n) -> new Refused(
                        row.getObject("provider_id", UUID.class),
                        row.getString("locality"),
                        row.getString("band"),
                        row.getString("reason"),
                        row.getInt("times"),
                        Zone.dayOf(row.getTimestamp("last").toInstant())))
                .list();
    }

    /** How many rounds of each package closed without a bid in the last twelve months, by its reference; none where none did. */
    @Transactional(readOnly = true)
    public Map<String, Integer> unbidLastYear() {
        Map<String, Integer> found = new HashMap<>();
        jdbc.sql("""
                select p.ref, count(*) as rounds from bidding.report_round r
                join carepackages.care_package p on p.id = r.care_package_id
                where r.bids = 0 and r.closed_at >= :from group by 1""")
                .param("from", start(Zone.dayOf(clock.instant()).minusMonths(12)))
                .query(row -> {
                    found.put(row.getString("ref"), row.getInt("rounds"));
                });
        return found;
    }

    /** “Declined 4 times in Llanidloes, tea calls. Reason given most: …”, in the reader’s language. */
    public static String sentence(Refused refused, String area, Formats formats) {
        return formats.message(
                "refusals.said",
                refused.times(),
                area,
                formats.message("refusals.band." + refused.band()),
                formats.message("bidding.DeclineReason." + refused.reason()));
    }

    private List<Round> rounds(Actor actor, RefusalFilter filter, String after, int most) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return filtered(CELLS + """
                select distinct c.closed_at, c.ref, p.ref as package, l.name_en, l.name_cy, c.bands, c.two_workers, c.welsh, c.bids,
                    array(select d.reason || ' ' || count(*) from bidding.report_decline d where d.advert_id = c.advert_id
                        group by d.reason order by count(*) desc, d.reason) as reasons
                from cell c
                join carepackages.care_package p on p.id = c.care_package_id
                join areas.report_locality l on l.code = c.locality
                where :after = '' or (c.closed_at, c.ref) < (select x.closed_at, x.ref from bidding.report_round x where x.ref = :after)
                order by c.closed_at desc, c.ref desc limit\s""" + most, filter)
                .param("after", after)
                .query((row, n) -> round(row))
                .list();
    }

    private static Round round(ResultSet row) throws SQLException {
        List<Said> reasons = new ArrayList<>();
        for (String said : (String[]) row.getArray("reasons").getArray()) {
            int space = said.indexOf(' ');
            reasons.add(new Said(said.substring(0, space), Integer.parseInt(said.substring(space + 1))));
        }
        return new Round(
                row.getString("ref"),
                row.getString("package"),
                row.getString("name_en"),
                row.getString("name_cy"),
                row.getTimestamp("closed_at").toInstant(),
                Arrays.stream((String[]) row.getArray("bands").getArray())
                        .sorted(Comparator.comparing(Band::valueOf))
                        .toList(),
                row.getBoolean("two_workers"),
                row.getString("welsh"),
                row.getInt("bids"),
                reasons);
    }

    private JdbcClient.StatementSpec filtered(String sql, RefusalFilter filter) {
        return jdbc.sql(sql)
                .param("by", filter.by())
                .param("from", start(from(filter)))
                .param("area", filter.area())
                .param("key", filter.key());
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(Zone.startOf(day));
    }
}
