package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cymru.pontio.adverts.BundleExamples;
import cymru.pontio.bridging.BridgingExamples;
import cymru.pontio.bridging.EpisodeRef;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each law stands twice; this is the second time. For each check, unique or exclusion constraint and trigger of a room,
 * {@code laws/<room>.txt} has a statement that comes past the doors, and the database must name the law that stops it.
 *
 * <p>Lines are {@code law [: words it says] | table | row x to begin with | change}; a change is {@code set …}, {@code delete},
 * {@code copy 'column', value, …} (the row once more, with other values), {@code twice …} (two copies, {@code {n}} counts) or a
 * whole statement. {@code given} makes rows that the examples do not bring. All is taken back.
 *
 * <p>Seeded faults, each by itself: drop the constraint, disable the trigger, take the {@code raise} out of its function.
 */
@PontioTest
class TableLawsTests {
    private static final Path LAWS = Path.of("src/test/resources/laws");

    /** Other tests leave rows behind whose provider, say, may no longer be given work: then another law stops it first. */
    private static final int ROWS = 10;

    private static final String NEWEST = " order by x.ctid desc limit 1 offset ";

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    County county;

    @Autowired
    PlacementExamples placements;

    @Autowired
    BundleExamples bundles;

    @Autowired
    BridgingExamples bridging;

    private record Law(String name, String words, String table, String row, String change) {
        static Law of(String line) {
            String[] parts = line.split(" \\| ", 4);
            String[] law = parts[0].split(" : ", 2);
            return new Law(law[0], law.length < 2 ? '"' + law[0] + '"' : law[1], parts[1], parts[2], parts[3]);
        }

        /** Triggers of one name on several tables are told apart by the table. */
        String known() {
            return name.substring(name.indexOf('.') + 1);
        }

        String statement(List<String> columns, int nth) {
            if (change.equals("delete")) return "delete from " + table + " x where " + chosen(nth);
            if (change.startsWith("set ")) return "update " + table + " x " + change + " where " + chosen(nth);
            if (change.startsWith("copy ")) return copy(change.substring(5), columns, nth);
            if (change.startsWith("twice "))
                return Stream.of("98", "99")
                        .map(n -> copy(change.substring(6).replace("{n}", n), columns, nth))
                        .collect(Collectors.joining(";\n"));
            return change;
        }

        private String chosen(int nth) {
            return "x.ctid = (select x.ctid from " + table + " x where " + row + NEWEST + nth + ")";
        }

        private String copy(String values, List<String> columns, int nth) {
            String all = columns.stream().map(one -> '"' + one + '"').collect(Collectors.joining(", "));
            return "insert into " + table + " (" + all + ") select " + all
                    + " from (select (jsonb_populate_record(x, jsonb_build_object(" + values + "))).* from " + table
                    + " x where " + row + NEWEST + nth + ") y";
        }
    }

    @BeforeEach
    void examples() {
        placements.open(county);
        placements.pending(county);
        placements.live(county, bridging.today().minusDays(3));
        bundles.open(county, "newtown", "llanidloes");
        bridging.requested(county, placements.approved(county));
        EpisodeRef active = bridging.active(county, placements.approved(county));
        bridging.given(county, active, 60, 60, 0);
    }

    @TestFactory
    Stream<DynamicNode> theDatabaseStopsWhatComesPastTheDoors() throws IOException {
        List<DynamicNode> all = new ArrayList<>();
        for (Map.Entry<String, List<String>> room : rooms().entrySet()) {
            String given = given(room.getValue());
            all.add(dynamicContainer(
                    room.getKey(),
                    laws(room.getValue())
                            .map(law -> dynamicTest(
                                    law.name() + ": " + law.change(),
                                    () -> assertThat(answer(given, law)).contains(law.words())))));
        }
        return all.stream();
    }

    /** Seeded faults: a line left out; a check, an index and a trigger that no line names. */
    @Test
    void noLawIsForgotten() throws IOException {
        Map<String, List<String>> rooms = rooms();
        for (String schema : jdbc.queryForList(
                "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
                String.class)) {
            Set<String> listed = laws(rooms.getOrDefault(schema, List.of()))
                    .flatMap(law -> Stream.of(law.known(), law.table() + "." + law.known()))
                    .collect(Collectors.toSet());
            assertThat(written(schema))
                    .as("laws/%s.txt has a line for each law", schema)
                    .allSatisfy(law -> assertThat(listed).contains(law));
        }
    }

    /** For the first row that this very law stops, or else for the newest. */
    private String answer(String given, Law law) {
        String newest = answer(given, law, 0);
        String answer = newest;
        for (int nth = 1; nth < ROWS && !answer.contains(law.words()); nth++) answer = answer(given, law, nth);
        return answer.contains(law.words()) ? answer : newest;
    }

    private String answer(String given, Law law, int nth) {
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                // Examples need no neighbours; the statement itself meets every law.
                jdbc.execute("set local session_replication_role = replica");
                if (!given.isEmpty()) jdbc.execute(given);
                jdbc.execute("set local session_replication_role = origin");
                jdbc.execute(law.statement(columns(law.table()), nth));
                jdbc.execute("set constraints all immediate");
            });
            return "nothing stopped it, or there was no such row";
        } catch (DataAccessException e) {
            return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    private List<String> columns(String table) {
        return jdbc.queryForList("""
                select column_name from information_schema.columns where table_schema || '.' || table_name = ?
                    and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position""", String.class, table);
    }

    /**
     * What PostgreSQL knows: triggers that stop something, exclusions, unique keys besides the table's own and checks that look at
     * more than one column. What one column may hold is its type.
     */
    private List<String> written(String room) {
        return jdbc.queryForList("""
                select c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid
                where t.relnamespace = ?::regnamespace and not t.relispartition and c.coninhcount = 0
                  and t.relname !~ '[0-9a-f]{32}' and (c.contype in ('u', 'x') or c.contype = 'c' and cardinality(c.conkey) > 1)
                union
                select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
                where i.relnamespace = ?::regnamespace and x.indisunique and not x.indisprimary and not i.relispartition
                union
                select g.tgrelid::regclass || '.' || g.tgname from pg_trigger g
                join pg_class t on t.oid = g.tgrelid join pg_proc f on f.oid = g.tgfoid
                where t.relnamespace = ?::regnamespace and not g.tgisinternal and g.tgparentid = 0 and f.prosrc ~ '\\mraise\\M'""", String.class, room, room, room);
    }

    private static String given(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("given | "))
                .map(line -> line.substring(8))
                .collect(Collectors.joining(";\n"));
    }

    private static Stream<Law> laws(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("given | "))
                .map(Law::of);
    }

    private static Map<String, List<String>> rooms() throws IOException {
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(LAWS)) {
            for (Path file : files.sorted().toList())
                rooms.put(file.getFileName().toString().replace(".txt", ""), Files.readAllLines(file));
        }
        return rooms;
    }
}
