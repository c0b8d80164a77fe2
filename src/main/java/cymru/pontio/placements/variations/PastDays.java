package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
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
     * @param userMinutes more owed on them, or less; as the person receives them
     * @param carerMinutes the same as workers spend them
     * @param pounds more to pay on them, or less, at the placement's rates of those days
     * @param visits delivered by the provider on them, as far as visits are known
     */
    record Consequences(long days, int userMinutes, int carerMinutes, Money pounds, long visits, long visitMinutes) {}

    private record Rated(LocalDate day, BigDecimal rate) {}

    private record Delivered(long visits, long minutes) {}

    @Nullable
    Consequences of(Variation shown, List<VariationRecords.Change> changes, LocalDate today) {
        LocalDate until = shown.until() != null && shown.until().isBefore(today) ? shown.until() : today;
        if (!shown.from().isBefore(until)) return null;
        List<Rated> days = jdbc.sql("""
                select d::date as day, placements.rate_on(p.id, p.rate, d::date) as rate
                from placements.placement p, generate_series(cast(:from as date), cast(:last as date), interval '1 day') d
                where p.id = :placement order by d""")
                .param("from", shown.from())
                .param("last", until.minusDays(1))
                .param("placement", shown.placement())
                .query(Rated.class)
                .list();
        int user = 0;
        int carer = 0;
        BigDecimal pounds = BigDecimal.ZERO;
        for (Rated rated : days) {
            int more = 0;
            for (VariationRecords.Change change : changes) {
                user += minutes(change.now(), rated.day()) - minutes(change.was(), rated.day());
                more += carerMinutes(change.now(), rated.day()) - carerMinutes(change.was(), rated.day());
            }
            carer += more;
            pounds = pounds.add(rated.rate().multiply(BigDecimal.valueOf(more)));
        }
        Delivered delivered = delivered(shown, until);
        return new Consequences(
                days.size(),
                user,
                carer,
                new Money(pounds.divide(MINUTES_IN_HOUR, 2, RoundingMode.HALF_UP)),
                delivered.visits(),
                delivered.minutes());
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

    private static int minutes(@Nullable CallTerms call, LocalDate day) {
        if (call == null) return 0;
        return call.days().contains("" + day.getDayOfWeek().getValue()) ? call.minutes() : 0;
    }

    private static int carerMinutes(@Nullable CallTerms call, LocalDate day) {
        return call == null ? 0 : minutes(call, day) * call.workers();
    }
}
