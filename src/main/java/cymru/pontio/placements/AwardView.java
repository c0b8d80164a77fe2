package cymru.pontio.placements;

import cymru.pontio.adverts.allocation.DirectReason;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An award as the council sees it.
 *
 * @param exceptional why the rate is above the ceiling; none for one within it
 * @param together the same for awards that stand and fall together; none for one by itself
 * @param unwanted it is not decided yet, and the person will not have this provider
 * @param status past its clock it reads as expired, even before the sweep has come by
 */
public record AwardView(
        UUID id,
        AwardRef ref,
        String packageRef,
        UUID team,
        String locality,
        @Nullable String bidRef,
        String providerName,
        AwardStatus status,
        @Nullable Integer place,
        boolean top,
        boolean movedUp,
        @Nullable UUID together,
        Money rate,
        @Nullable String exceptional,
        LocalDate start,
        Money cost,
        Money plan,
        WeeklyHours hours,
        @Nullable String reason,
        @Nullable DirectReason directReason,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable Instant respondBy,
        @Nullable String answerReason,
        @Nullable UUID revocationAskedBy,
        @Nullable String revocationReason,
        Instant changedAt,
        @Nullable String placementRef,
        boolean started,
        boolean unwanted) {

    /** One dated step of an award. */
    public record Step(
            String event, Instant at, String by, @Nullable String reason) {}

    /** One page of awards; {@code next} leads to the one after it. */
    public record Page(List<AwardView> rows, @Nullable String next) {}

    /** Why a second person is asked. */
    public Set<SecondPerson.Cause> causes() {
        return SecondPerson.causes(top, directReason != null, exceptional != null, cost, plan);
    }

    /** Who may be the second person: {@code manager} where that of the team may too, {@code commissioner} otherwise. */
    public String decidedBy() {
        return together == null && SecondPerson.managerMay(causes()) ? "manager" : "commissioner";
    }

    public boolean abovePlan() {
        return cost.isMoreThan(plan);
    }

    public boolean revocable() {
        return (status == AwardStatus.OFFERED || status == AwardStatus.ACCEPTED) && !started;
    }

    static AwardView of(ResultSet row, int n) throws SQLException {
        String direct = row.getString("direct_reason");
        return new AwardView(
                row.getObject("id", UUID.class),
                new AwardRef(row.getString("ref")),
                row.getString("package_ref"),
                row.getObject("team_id", UUID.class),
                row.getString("locality"),
                row.getString("bid_ref"),
                row.getString("provider_name"),
                AwardStatus.valueOf(row.getString("now_status")),
                row.getObject("place", Integer.class),
                row.getBoolean("top"),
                row.getObject("follows_id") != null,
                row.getObject("together", UUID.class),
                new Money(row.getBigDecimal("rate")),
                row.getString("exceptional_reason"),
                row.getObject("start_on", LocalDate.class),
                new Money(row.getBigDecimal("cost_year")),
                new Money(row.getBigDecimal("plan_year")),
                WeeklyHours.ofMinutes(row.getInt("user_minutes_week"), row.getInt("carer_minutes_week")),
                row.getString("reason"),
                direct == null ? null : DirectReason.valueOf(direct),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                row.getTimestamp("proposed_at").toInstant(),
                instant(row.getTimestamp("respond_by")),
                row.getString("answer_reason"),
                row.getObject("revocation_asked_by", UUID.class),
                row.getString("revocation_reason"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("placement_ref"),
                row.getTimestamp("first_visit_at") != null,
                row.getBoolean("unwanted"));
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
