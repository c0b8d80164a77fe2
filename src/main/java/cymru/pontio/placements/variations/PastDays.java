package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a change does to days that are past: this is what finance is asked about. */
@Component
class PastDays {
    private static final BigDecimal MINUTES_IN_HOUR = BigDecimal.valueOf(60);

    private final JdbcClient jdbc;

    PastDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param days how many of the days are past
     * @param userMinutes more owed on them, or less; as the person receives them, without calls at times when the person was away
     * @param carerMinutes the same as workers spend them
     * @param pounds more to pay on them, or less, at the placement's rates of those days
     * @param visits delivered by the provider on them, as far as visits are known
     */
    record Consequences(long days, int userMinutes, int carerMinutes, Money pounds, long visits, long visitMinutes) {
        /** For words that say which way it goes, beside the amount without its sign. */
        public String way(long amount) {
            return amount < 0 ? "less" : amount > 0 ? "more" : "same";
        }

        public BigDecimal hours(int minutes) {
            return BigDecimal.valueOf(Math.abs(minutes)).divide(MINUTES_IN_HOUR, 2, RoundingMode.HALF_UP);
        }
    }

    private record Delivered(long visits, long minutes) {}

    private record Owed(int userMinutes, int carerMinutes, BigDecimal poundMinutes) {}

    @Nullable
    Consequences of(Variation shown, List<VariationRecords.Change> changes, LocalDate today) {
        LocalDate until = shown.until() != null && shown.until().isBefore(today) ? shown.until() : today;
        if (!shown.from().isBefore(until)) return null;
        Owed more = more(shown, changes, until);
        Delivered delivered = delivered(shown, until);
        return new Consequences(
                ChronoUnit.DAYS.between(shown.from(), until),
                more.userMinutes(),
                more.carerMinutes(),
                new Money(more.poundMinutes().divide(MINUTES_IN_HOUR, 2, RoundingMode.HALF_UP)),
                delivered.visits(),
                delivered.minutes());
    }

    /** A call at a time when the person was away was not due, and will not have been. */
    private Owed more(Variation shown, List<VariationRecords.Change> changes, LocalDate until) {
        List<CallTerms> now = changes.stream()
                .map(VariationRecords.Change::now)
                .filter(Objects::nonNull)
                .toList();
        List<CallTerms> all = Stream.concat(
                        now.stream(),
                        changes.stream().map(VariationRecords.Change::was).filter(Objects::nonNull))
                .toList();
        return jdbc.sql("""
                select coalesce(sum(c.sign * c.minutes), 0) as user_minutes, coalesce(sum(c.sign * c.minutes * c.workers), 0) as carer_minutes,
                    coalesce(sum(c.sign * c.minutes * c.workers * placements.rate_on(p.id, p.rate, d.day)), 0) as pound_minutes
                from placements.placement p
                cross join lateral (select g::date as day from generate_series(cast(:from as date), cast(:last as date), interval '1 day') g) d
                cross join unnest(cast(:signs as int[]), cast(:days as text[]), cast(:bands as text[]), cast(:starts as time[]),
                    cast(:ends as time[]), cast(:minutes as int[]), cast(:workers as int[])) c (sign, days, band, starts, ends, minutes, workers)
                where p.id = :placement and position(extract(isodow from d.day)::text in c.days) > 0
                    and not exists (select from carepackages.report_not_due n where n.care_package_id = p.care_package_id
                        and n.from_at < carepackages.moment_of(d.day, c.band, coalesce(c.ends, carepackages.band_end(c.band)))
                        and coalesce(n.until_at, 'infinity') >
                            carepackages.moment_of(d.day, c.band, coalesce(c.starts, carepackages.band_start(c.band))))""")
                .param("from", shown.from())
                .param("last", until.minusDays(1))
                .param("placement", shown.placement())
                .param(
                        "signs",
                        IntStream.range(0, all.size())
                                .map(at -> at < now.size() ? 1 : -1)
                                .boxed()
                                .toArray(Integer[]::new))
                .param("days", texts(all, CallTerms::days))
                .param("bands", texts(all, CallTerms::band))
                .param("starts", texts(all, CallTerms::from))
                .param("ends", texts(all, CallTerms::until))
                .param("minutes", texts(all, CallTerms::minutes))
                .param("workers", texts(all, CallTerms::workers))
                .query(Owed.class)
                .single();
    }

    private static @Nullable String[] texts(List<CallTerms> calls, Function<CallTerms, @Nullable Object> of) {
        return calls.stream()
                .map(of)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    private Delivered delivered(Variation shown, LocalDate until) {
        return jdbc.sql("""
                select count(*) as visits, coalesce(sum(user_minutes), 0) as minutes from visits.report_visit
                where care_package_id = ? and provider_id = ? and visit_date >= ? and visit_date < ?
                  and status in ('DELIVERED', 'UNPLANNED')""")
                .params(shown.carePackage().value(), shown.provider(), shown.from(), until)
                .query(Delivered.class)
                .single();
    }
}
