package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.ShortReason;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.placements.PlacementRef;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Variations as rows: what was asked for is written once, the answers are added. */
@Component
class VariationTable {
    static final String SELECT = """
            select v.*, p.ref as placement_ref, r.name as provider_name from placements.variation v
            join placements.placement p on p.id = v.placement_id
            join providers.report_provider r on r.id = v.provider_id
            """;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    VariationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One step of a variation; the reason is none where nobody gave one. */
    record Step(
            String event, Instant at, String by, @Nullable String reason) {}

    void write(Variation asked, List<ChangedCall> calls) {
        try {
            insert(asked);
        } catch (DuplicateKeyException e) {
            throw new RuleBroken("variations.error.open", asked.packageRef());
        }
        int number = 0;
        for (ChangedCall call : calls) line(asked.id(), ++number, call);
    }

    /** One change of a package is open at a time: the index says so to two at once. */
    void mustHaveNoneOpen(PackageId carePackage, String ref) {
        boolean open =
                jdbc.sql("""
                        select exists (select from placements.variation
                            where care_package_id = ? and status in ('REQUESTED', 'WITH_FINANCE', 'WITH_PROVIDER'))""").param(carePackage.value()).query(Boolean.class).single();
        if (open) throw new RuleBroken("variations.error.open", ref);
    }

    VariationRef freeRef() {
        return Reference.free(
                () -> VariationRef.random(RANDOM), drawn -> find(drawn).isPresent());
    }

    Optional<Variation> find(VariationRef ref) {
        return jdbc.sql(SELECT + "where v.ref = ?")
                .param(ref.value())
                .query((row, n) -> variation(row))
                .optional();
    }

    /** Locked to the end of the transaction; whoever holds its package first waits for nobody else. */
    Variation hold(UUID id) {
        return jdbc.sql(SELECT + "where v.id = ? for update of v")
                .param(id)
                .query((row, n) -> variation(row))
                .single();
    }

    void answer(Variation now, @Nullable Instant agreedAt) {
        jdbc.sql("""
                update placements.variation set status = :status, approved_by = :approved, finance_by = :finance,
                    accepted_by = :accepted, agreed_at = :agreed, version = version + 1 where id = :id""")
                .param("status", now.status().name())
                .param("approved", now.approvedBy())
                .param("finance", now.financeBy())
                .param("accepted", now.acceptedBy())
                .param("agreed", agreedAt == null ? null : Timestamp.from(agreedAt))
                .param("id", now.id())
                .update();
    }

    void close(UUID id, VariationStatus status) {
        jdbc.sql("update placements.variation set status = ?, version = version + 1 where id = ?")
                .params(status.name(), id)
                .update();
    }

    void note(UUID id, String event, Actor by, @Nullable String reason) {
        jdbc.sql(
                        "insert into placements.variation_event (variation_id, event, by_account, by_name, reason) values (:id, :event, :account, :name, :reason)")
                .param("id", id)
                .param("event", event)
                .param("account", by.userId())
                .param("name", by.name())
                .param("reason", reason)
                .update();
    }

    String locality(UUID placement) {
        return jdbc.sql("select locality from placements.placement where id = ?")
                .param(placement)
                .query(String.class)
                .single();
    }

    List<Step> steps(UUID id) {
        return jdbc.sql(
                        "select event, at, by_name as by, reason from placements.variation_event where variation_id = ? order by id")
                .param(id)
                .query((row, n) -> new Step(
                        row.getString("event"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by"),
                        row.getString("reason")))
                .list();
    }

    List<ChangedCall> calls(UUID id) {
        return jdbc.sql("select * from placements.variation_line where variation_id = ? order by number")
                .param(id)
                .query((row, n) -> new ChangedCall(
                        row.getObject("call_line_id", UUID.class), row.getBoolean("stops") ? null : terms(row)))
                .list();
    }

    /** Those that still wait for somebody, and those agreed whose day has not come. */
    List<Variation> unfinished(PackageId carePackage, LocalDate today) {
        return jdbc.sql(SELECT + """
                where v.care_package_id = ? and (v.status in ('REQUESTED', 'WITH_FINANCE', 'WITH_PROVIDER')
                    or v.status = 'AGREED' and v.from_on > ? and v.end_reason is null)
                order by v.from_on desc, v.id""")
                .params(carePackage.value(), today)
                .query((row, n) -> variation(row))
                .list();
    }

    private void insert(Variation asked) {
        jdbc.sql("""
                insert into placements.variation (id, ref, placement_id, care_package_id, package_ref, team_id, provider_id,
                    kinds, status, from_on, until_on, end_reason, reason, user_minutes_before, carer_minutes_before,
                    user_minutes_after, carer_minutes_after, by_provider, needs_manager, asks_provider, requested_by,
                    requested_by_name, requested_at)
                values (:id, :ref, :placement, :package, :packageRef, :team, :provider, :kinds, 'REQUESTED', :from, :until,
                    :end, :reason, :userBefore, :carerBefore, :userAfter, :carerAfter, :byProvider, :manager, :asks, :by,
                    :byName, :at)""")
                .param("id", asked.id())
                .param("ref", asked.ref().value())
                .param("placement", asked.placement())
                .param("package", asked.carePackage().value())
                .param("packageRef", asked.packageRef())
                .param("team", asked.team())
                .param("provider", asked.provider())
                .param("kinds", asked.kinds().stream().map(Enum::name).toArray(String[]::new))
                .param("from", asked.from())
                .param("until", asked.until())
                .param("end", asked.end() == null ? null : asked.end().name())
                .param("reason", asked.reason())
                .param("userBefore", asked.before().user().minutes())
                .param("carerBefore", asked.before().carer().minutes())
                .param("userAfter", asked.after().user().minutes())
                .param("carerAfter", asked.after().carer().minutes())
                .param("byProvider", asked.byProvider())
                .param("manager", asked.needsManager())
                .param("asks", asked.asksProvider())
                .param("by", asked.requestedBy())
                .param("byName", asked.requestedByName())
                .param("at", Timestamp.from(asked.requestedAt()))
                .update();
    }

    private void line(UUID variation, int number, ChangedCall change) {
        CallTerms terms = change.terms();
        jdbc.sql("""
                insert into placements.variation_line (variation_id, number, call_line_id, stops, days, band, window_from,
                    window_to, minutes, workers, time_critical_reason, tier, short_reason, worker_gender, tasks)
                values (:variation, :number, :call, :stops, :days, :band, :from, :until, :minutes, :workers, :critical,
                    :tier, :short, :gender, :tasks)""")
                .param("variation", variation)
                .param("number", number)
                .param("call", change.call())
                .param("stops", terms == null)
                .param("days", terms == null ? null : terms.days())
                .param("band", terms == null ? null : terms.band().name())
                .param("from", terms == null ? null : terms.from())
                .param("until", terms == null ? null : terms.until())
                .param("minutes", terms == null ? null : terms.minutes())
                .param("workers", terms == null ? null : terms.workers())
                .param("critical", terms == null ? null : terms.timeCriticalReason())
                .param("tier", terms == null ? null : terms.tier().name())
                .param(
                        "short",
                        terms == null || terms.shortReason() == null
                                ? null
                                : terms.shortReason().name())
                .param("gender", terms == null ? null : terms.workerGender().name())
                .param("tasks", terms == null ? null : terms.tasks())
                .update();
    }

    private static CallTerms terms(ResultSet row) throws SQLException {
        String shortReason = row.getString("short_reason");
        return new CallTerms(
                row.getString("days"),
                Band.valueOf(row.getString("band")),
                row.getObject("window_from", LocalTime.class),
                row.getObject("window_to", LocalTime.class),
                row.getInt("minutes"),
                row.getInt("workers"),
                row.getString("time_critical_reason"),
                Tier.valueOf(row.getString("tier")),
                shortReason == null ? null : ShortReason.valueOf(shortReason),
                WorkerGender.valueOf(row.getString("worker_gender")),
                row.getString("tasks"));
    }

    static Variation variation(ResultSet row) throws SQLException {
        String end = row.getString("end_reason");
        Timestamp agreed = row.getTimestamp("agreed_at");
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream((String[]) row.getArray("kinds").getArray())
                .map(Kind::valueOf)
                .forEach(kinds::add);
        return new Variation(
                row.getObject("id", UUID.class),
                new VariationRef(row.getString("ref")),
                row.getObject("placement_id", UUID.class),
                new PlacementRef(row.getString("placement_ref")),
                new PackageId(row.getObject("care_package_id", UUID.class)),
                row.getString("package_ref"),
                row.getObject("team_id", UUID.class),
                row.getObject("provider_id", UUID.class),
                row.getString("provider_name"),
                kinds,
                VariationStatus.valueOf(row.getString("status")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                end == null ? null : CareEnd.valueOf(end),
                row.getString("reason"),
                WeeklyHours.ofMinutes(row.getInt("user_minutes_before"), row.getInt("carer_minutes_before")),
                WeeklyHours.ofMinutes(row.getInt("user_minutes_after"), row.getInt("carer_minutes_after")),
                row.getBoolean("by_provider"),
                row.getBoolean("needs_manager"),
                row.getBoolean("asks_provider"),
                row.getObject("requested_by", UUID.class),
                row.getString("requested_by_name"),
                row.getTimestamp("requested_at").toInstant(),
                row.getObject("approved_by", UUID.class),
                row.getObject("finance_by", UUID.class),
                row.getObject("accepted_by", UUID.class),
                agreed == null ? null : agreed.toInstant());
    }
}
