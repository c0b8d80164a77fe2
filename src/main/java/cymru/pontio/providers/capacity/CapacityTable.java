package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Zone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps spare hours. Whoever changes them holds the provider's one row first. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CapacityTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    CapacityTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Head(@Nullable UUID declaration, long changes) {}

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    Spare spare(UUID provider) {
        Optional<Head> head = jdbc.sql(
                        "select declaration_id as declaration, changes from providers.capacity where provider_id = ?")
                .param(provider)
                .query(Head.class)
                .optional();
        UUID declaration = head.map(Head::declaration).orElse(null);
        return new Spare(
                declaration == null ? null : declared(declaration),
                declaration == null ? Map.of() : left(declaration),
                head.map(Head::changes).orElse(0L),
                today());
    }

    Map<UUID, SpareHours.Declared> declared() {
        Map<UUID, SpareHours.Declared> found = new HashMap<>();
        jdbc.sql("""
                select c.provider_id, d.declared_at, d.valid_until from providers.capacity c
                join providers.capacity_declaration d on d.id = c.declaration_id""").query(row -> {
            LocalDate on = Zone.dayOf(row.getTimestamp("declared_at").toInstant());
            LocalDate until = row.getObject("valid_until", LocalDate.class);
            found.put(
                    row.getObject("provider_id", UUID.class),
                    new SpareHours.Declared(Freshness.of(on, until, today()), on, until, new HashMap<>()));
        });
        jdbc.sql("""
                select c.provider_id, h.locality, h.part_of_day, h.workers, h.left_minutes from providers.capacity c
                join providers.capacity_hours h on h.declaration_id = c.declaration_id""").query(row -> {
            SpareHours.Declared declared = found.get(row.getObject("provider_id", UUID.class));
            if (declared != null) declared.left().put(slot(row), row.getInt("left_minutes"));
        });
        return found;
    }

    /** Nobody else declares or takes this provider's hours until the end of the transaction. */
    Spare hold(UUID provider) {
        jdbc.sql("insert into providers.capacity (provider_id) values (?) on conflict do nothing")
                .param(provider)
                .update();
        jdbc.sql("select changes from providers.capacity where provider_id = ? for update")
                .param(provider)
                .query(Long.class)
                .single();
        return spare(provider);
    }

    void declare(Actor by, Declaration declaration, boolean repeated) {
        UUID id = Ids.next();
        jdbc.sql("""
                insert into providers.capacity_declaration (id, provider_id, declared_at, declared_by, declared_by_name, valid_until, repeated)
                values (:id, :provider, :at, :account, :name, :until, :repeated)""")
                .param("id", id)
                .param("provider", by.organisation())
                .param("at", now())
                .param("account", by.userId())
                .param("name", by.name())
                .param("until", declaration.validUntil())
                .param("repeated", repeated)
                .update();
        declaration.hours().forEach((slot, minutes) -> enter(id, slot, minutes));
        jdbc.sql("update providers.capacity set declaration_id = ?, changes = changes + 1 where provider_id = ?")
                .params(id, by.organisation())
                .update();
    }

    /** @param spare as held; taking from it leaves less, or less than nothing where that was confirmed */
    void take(Actor by, UUID provider, String award, Spare spare, Question question) {
        Spare.Declared declared = spare.declared();
        for (Question.Line line : question.lines()) {
            if (declared != null) takeFrom(declared.id(), line, question.mustBeAsked());
            jdbc.sql("""
                    insert into providers.capacity_taken (id, provider_id, declaration_id, award_ref, locality, part_of_day, workers,
                        minutes, left_before, confirmed, taken_at, taken_by, taken_by_name)
                    values (:id, :provider, :declaration, :award, :locality, :part, :workers, :minutes, :left, :confirmed, :at, :account, :name)""")
                    .param("id", Ids.next())
                    .param("provider", provider)
                    .param("declaration", declared == null ? null : declared.id())
                    .param("award", award)
                    .param("locality", line.slot().locality())
                    .param("part", line.slot().part().name())
                    .param("workers", line.slot().workers())
                    .param("minutes", line.needed())
                    .param("left", declared == null ? null : line.left())
                    .param("confirmed", question.mustBeAsked())
                    .param("at", now())
                    .param("account", by.userId())
                    .param("name", by.name())
                    .update();
        }
        changed(provider);
    }

    /** Agencies declare; see {@link SpareHours#question}. */
    boolean declares(UUID provider) {
        return jdbc.sql("select kind = 'AGENCY' from providers.provider where id = ?")
                .param(provider)
                .query(Boolean.class)
                .single();
    }

    /** Only into the declaration they were taken from: a newer one already knows what the provider has. */
    int giveBack(Actor by, UUID provider, String award) {
        int minutes = jdbc.sql("""
                with back as (
                    update providers.capacity_taken t set given_back_at = :at, given_back_by = :account
                    from providers.capacity c
                    where c.provider_id = :provider and t.provider_id = c.provider_id and t.declaration_id = c.declaration_id
                      and t.award_ref = :award and t.given_back_at is null
                    returning t.declaration_id, t.locality, t.part_of_day, t.workers, t.minutes),
                put as (
                    update providers.capacity_hours h set left_minutes = h.left_minutes + b.minutes,
                        oversold = h.left_minutes + b.minutes < 0
                    from back b
                    where h.declaration_id = b.declaration_id and h.locality = b.locality and h.part_of_day = b.part_of_day
                      and h.workers = b.workers
                    returning b.minutes)
                select coalesce(sum(minutes), 0) from put""")
                .param("at", now())
                .param("account", by.userId())
                .param("provider", provider)
                .param("award", award)
                .query(Integer.class)
                .single();
        if (minutes > 0) changed(provider);
        return minutes;
    }

    private void takeFrom(UUID declaration, Question.Line line, boolean confirmed) {
        int taken = slot(jdbc.sql("""
                update providers.capacity_hours
                set left_minutes = left_minutes - :minutes, oversold = oversold or (:confirmed and left_minutes < :minutes)
                where declaration_id = :declaration and locality = :locality and part_of_day = :part and workers = :workers"""), declaration, line, confirmed).update();
        if (taken > 0) return;
        slot(jdbc.sql("""
                insert into providers.capacity_hours (declaration_id, locality, part_of_day, workers, declared_minutes, left_minutes, oversold)
                values (:declaration, :locality, :part, :workers, 0, -:minutes, :confirmed)"""), declaration, line, confirmed).update();
    }

    private static JdbcClient.StatementSpec slot(
            JdbcClient.StatementSpec statement, UUID declaration, Question.Line line, boolean confirmed) {
        return statement
                .param("declaration", declaration)
                .param("locality", line.slot().locality())
                .param("part", line.slot().part().name())
                .param("workers", line.slot().workers())
                .param("minutes", line.needed())
                .param("confirmed", confirmed);
    }

    private void enter(UUID declaration, Slot slot, int minutes) {
        if (minutes == 0) return;
        jdbc.sql("""
                insert into providers.capacity_hours (declaration_id, locality, part_of_day, workers, declared_minutes, left_minutes)
                values (?, ?, ?, ?, ?, ?)""")
                .params(declaration, slot.locality(), slot.part().name(), slot.workers(), minutes, minutes)
                .update();
    }

    private void changed(UUID provider) {
        jdbc.sql("update providers.capacity set changes = changes + 1 where provider_id = ?")
                .param(provider)
                .update();
    }

    private Spare.Declared declared(UUID declaration) {
        return jdbc.sql(
                        "select id, declared_at, declared_by_name, valid_until from providers.capacity_declaration where id = ?")
                .param(declaration)
                .query((row, n) -> new Spare.Declared(
                        row.getObject(1, UUID.class),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getObject(4, LocalDate.class)))
                .single();
    }

    private Map<Slot, Integer> left(UUID declaration) {
        Map<Slot, Integer> left = new TreeMap<>();
        jdbc.sql(
                        "select locality, part_of_day, workers, left_minutes from providers.capacity_hours where declaration_id = ? order by 1, 2, 3")
                .param(declaration)
                .query(row -> {
                    left.put(slot(row), row.getInt("left_minutes"));
                });
        return left;
    }

    static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                row.getString("locality"), PartOfDay.valueOf(row.getString("part_of_day")), row.getInt("workers"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
