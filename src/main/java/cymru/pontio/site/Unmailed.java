package cymru.pontio.site;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a person was told and a mail is about to say, hours or days later. Each room takes out what is not so any more: work that
 * was answered, a round that has closed. What only says that something happened stays.
 */
public final class Unmailed {
    private final UUID organisation;
    private final Map<UUID, Told> told;

    /** One piece of news with the moment and the day as they stand in its sentence. */
    public record Told(
            UUID id,
            String messageKey,
            String ref,
            @Nullable Instant at,
            @Nullable LocalDate day) {}

    /** @param organisation of the reader */
    public Unmailed(UUID organisation, List<Told> told) {
        this.organisation = organisation;
        this.told = new HashMap<>();
        told.forEach(one -> this.told.put(one.id(), one));
    }

    /**
     * Leaves under these sentences only what the statement still finds, with the moment and the day as they are now.
     *
     * @param statement gives {@code ref} and, where the sentence has one, its moment as {@code at} or its day as {@code day};
     *     it may ask for the reader’s {@code :organisation}
     */
    public void onlyWhere(JdbcClient jdbc, String statement, String... messageKeys) {
        Set<String> keys = Set.of(messageKeys);
        List<Told> asked = told.values().stream()
                .filter(one -> keys.contains(one.messageKey()))
                .toList();
        if (asked.isEmpty()) return;
        Map<Object, Map<String, Object>> found = new HashMap<>();
        jdbc.sql("select * from (" + statement + ") as so where so.ref = any (:refs)")
                .param("refs", asked.stream().map(Told::ref).distinct().toArray(String[]::new))
                .param("organisation", organisation)
                .query()
                .listOfRows()
                .forEach(row -> found.put(row.get("ref"), row));
        for (Told one : asked) {
            Map<String, Object> now = found.get(one.ref());
            if (now == null) told.remove(one.id());
            else told.put(one.id(), asOf(one, now));
        }
    }

    private static Told asOf(Told one, Map<String, Object> now) {
        return new Told(
                one.id(),
                one.messageKey(),
                one.ref(),
                now.get("at") instanceof Timestamp at ? at.toInstant() : one.at(),
                now.get("day") instanceof Date day ? day.toLocalDate() : one.day());
    }

    /** As it is to be said now; none where it is over. */
    public @Nullable Told now(UUID id) {
        return told.get(id);
    }
}
