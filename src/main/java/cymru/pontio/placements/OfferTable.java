package cymru.pontio.placements;

import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a provider's own offers; what was never offered is not there. */
@Component
class OfferTable {
    private static final String SELECT = """
            select a.id, a.care_package_id, a.advert_id, a.ref, a.locality, a.rate, a.start_on, a.user_minutes_week,
                a.carer_minutes_week, a.offered_at, a.respond_by, a.answered_at, a.answer_reason, a.bid_ref,
                p.ref as placement_ref, a.start_on < (clock_timestamp() at time zone 'Europe/London')::date as start_passed,
                case when a.status = 'OFFERED' and a.respond_by <= clock_timestamp() then 'EXPIRED' else a.status end as now_status
            from placements.award a left join placements.placement p on p.award_id = a.id
            where a.provider_id = :provider and a.offered_at is not null
            """;
    private static final String TO_ANSWER = "(x.now_status = 'OFFERED')";

    private final JdbcClient jdbc;

    OfferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those to answer first, then the latest.
     *
     * @param after where the page before ended
     * @param limit how many at most; one more than a page tells whether there is another
     */
    List<OfferView.Row> list(UUID provider, @Nullable AwardStatus status, @Nullable AwardRef after, int limit) {
        String key = TO_ANSWER + ", x.offered_at, x.id";
        return jdbc.sql("with x as (" + SELECT + ") select x.* from x where "
                        + "(cast(:status as text) is null or x.now_status = :status) and (cast(:after as text) is null or ("
                        + key + ") < (select " + key + " from x where x.ref = :after)) order by " + TO_ANSWER
                        + " desc, x.offered_at desc, x.id desc limit :limit")
                .param("provider", provider)
                .param("status", status == null ? null : status.name())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(OfferTable::row)
                .list();
    }

    Optional<OfferView.Row> find(UUID provider, AwardRef ref) {
        return jdbc.sql(SELECT + "and a.ref = :ref")
                .param("provider", provider)
                .param("ref", ref.value())
                .query(OfferTable::row)
                .optional();
    }

    /** What stands and falls with it. */
    List<OfferView.Row> beside(UUID provider, AwardRef ref) {
        return jdbc.sql(SELECT + """
                and a.together = (select m.together from placements.award m where m.ref = :ref) and a.ref <> :ref
                order by a.ref""")
                .param("provider", provider)
                .param("ref", ref.value())
                .query(OfferTable::row)
                .list();
    }

    long waiting(UUID provider) {
        return jdbc.sql(
                        "select count(*) from placements.award where provider_id = ? and status = 'OFFERED' and respond_by > clock_timestamp()")
                .param(provider)
                .query(Long.class)
                .single();
    }

    List<AwardLine> lines(UUID award) {
        return jdbc.sql("select call_line_id, window_from, window_to from placements.award_line where award_id = ?")
                .param(award)
                .query((row, n) -> new AwardLine(
                        row.getObject(1, UUID.class),
                        row.getObject(2, java.time.LocalTime.class),
                        row.getObject(3, java.time.LocalTime.class)))
                .list();
    }

    private static OfferView.Row row(ResultSet row, int n) throws SQLException {
        return new OfferView.Row(
                row.getObject("id", UUID.class),
                row.getObject("care_package_id", UUID.class),
                row.getObject("advert_id", UUID.class),
                new AwardRef(row.getString("ref")),
                AwardStatus.valueOf(row.getString("now_status")),
                row.getString("locality"),
                new Money(row.getBigDecimal("rate")),
                row.getObject("start_on", LocalDate.class),
                row.getBoolean("start_passed"),
                WeeklyHours.ofMinutes(row.getInt("user_minutes_week"), row.getInt("carer_minutes_week")),
                row.getTimestamp("offered_at").toInstant(),
                row.getTimestamp("respond_by").toInstant(),
                AwardView.instant(row.getTimestamp("answered_at")),
                row.getString("answer_reason"),
                row.getString("bid_ref"),
                row.getString("placement_ref"));
    }
}
