package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps whom micro-enterprises help. Callers hold the micro-enterprise. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ArrangementTable {
    private static final String SELECT = """
            select a.id, a.who, coalesce(w.person, w.id) as counted, w.reference, w.person is not null as linked,
                   a.personal_care, a.from_day, a.until_day, a.source, a.source_ref, a.recorded_name
            from providers.micro_arrangement a join providers.micro_person w on w.id = a.who
            where a.provider_id = :micro\s""";

    private final JdbcClient jdbc;

    ArrangementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Step {
        RECORDED,
        CHANGED,
        ENDED,
        STRUCK
    }

    /** What is to be kept of a new arrangement. */
    record New(
            UUID micro,
            UUID who,
            boolean personalCare,
            DateRange days,
            @Nullable UUID source,
            @Nullable String sourceRef) {}

    /** Those that go on before those that are over, the latest first. */
    List<Arrangement> of(UUID micro, LocalDate today) {
        return jdbc.sql(SELECT + """
                order by a.until_day is not null and a.until_day <= :today, a.from_day desc, w.reference, a.id""")
                .param("micro", micro)
                .param("today", today)
                .query((row, n) -> arrangement(row))
                .list();
    }

    Arrangement one(UUID micro, UUID id) {
        return jdbc.sql(SELECT + "and a.id = :id")
                .param("micro", micro)
                .param("id", id)
                .query((row, n) -> arrangement(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    List<Arrangement> ofSource(UUID micro, UUID source) {
        return jdbc.sql(SELECT + "and a.source = :source order by a.id")
                .param("micro", micro)
                .param("source", source)
                .query((row, n) -> arrangement(row))
                .list();
    }

    /** Everybody's personal care, past and to come. */
    List<FourPeople.Spell> spells(UUID micro) {
        return jdbc.sql(SELECT + "and a.personal_care and a.until_day is distinct from a.from_day")
                .param("micro", micro)
                .query((row, n) -> arrangement(row).spell())
                .list();
    }

    UUID personOf(UUID micro, OwnReference reference) {
        return jdbc.sql("""
                insert into providers.micro_person (id, provider_id, reference) values (?, ?, ?)
                on conflict (provider_id, reference) do update set reference = excluded.reference returning id""")
                .params(Ids.next(), micro, reference.value())
                .query(UUID.class)
                .single();
    }

    UUID personOf(UUID micro, UUID person) {
        return jdbc.sql("""
                insert into providers.micro_person (id, provider_id, person) values (?, ?, ?)
                on conflict (provider_id, person) where reference is null do update set person = excluded.person returning id""").params(Ids.next(), micro, person).query(UUID.class).single();
    }

    /** @param person none to say that the two are different people after all */
    void same(UUID who, @Nullable UUID person) {
        jdbc.sql("update providers.micro_person set person = :person where id = :who")
                .param("person", person)
                .param("who", who)
                .update();
    }

    UUID insert(Actor by, New one) {
        UUID id = Ids.next();
        jdbc.sql("""
                insert into providers.micro_arrangement (id, provider_id, who, personal_care, from_day, until_day, source,
                    source_ref, recorded_at, recorded_by, recorded_name)
                values (:id, :micro, :who, :care, :from, :until, :source, :ref, clock_timestamp(), :account, :name)""")
                .param("id", id)
                .param("micro", one.micro())
                .param("who", one.who())
                .param("care", one.personalCare())
                .param("from", one.days().from())
                .param("until", one.days().until())
                .param("source", one.source())
                .param("ref", one.sourceRef())
                .param("account", by.userId())
                .param("name", by.name())
                .update();
        step(by, id, Step.RECORDED, one.days().until());
        return id;
    }

    void until(Actor by, UUID id, @Nullable LocalDate until, Step step) {
        jdbc.sql("update providers.micro_arrangement set until_day = :until where id = :id")
                .param("until", until)
                .param("id", id)
                .update();
        step(by, id, step, until);
    }

    private void step(Actor by, UUID id, Step step, @Nullable LocalDate until) {
        jdbc.sql("""
                insert into providers.micro_arrangement_step (arrangement_id, step, until_day, at, by_account, by_name)
                values (:id, :step, :until, clock_timestamp(), :account, :name)""")
                .param("id", id)
                .param("step", step.name())
                .param("until", until)
                .param("account", by.userId())
                .param("name", by.name())
                .update();
    }

    private static Arrangement arrangement(ResultSet row) throws SQLException {
        return new Arrangement(
                row.getObject("id", UUID.class),
                row.getObject("who", UUID.class),
                row.getObject("counted", UUID.class),
                row.getString("reference"),
                row.getBoolean("linked"),
                row.getBoolean("personal_care"),
                new DateRange(row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class)),
                row.getObject("source", UUID.class),
                row.getString("source_ref"),
                row.getString("recorded_name"));
    }
}
