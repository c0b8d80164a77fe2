package cymru.pontio.matching.demand;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.TwoNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Care still to be found against the hours providers say they can spare, today. All figures are user minutes a week. */
@Service
class Demand {
    static final List<String> PARTS = List.of("MORNING", "LUNCH", "TEA", "BED", "NIGHT");

    /** As the providers' own page has it: a declaration older than this is out of date. */
    private static final int FRESH_DAYS = 14;

    private final JdbcClient jdbc;
    private final Clock clock;

    Demand(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param fresh declared and left, of declarations that are up to date
     * @param stale the same of those that are not; never in the balance
     */
    record Cell(
            String code, String nameEn, String nameCy, String part, int workers, long needed, long fresh, long stale) {
        public long balance() {
            return fresh - needed;
        }
    }

    /** One area with its parts of the day, in their order. */
    record Line(String code, String nameEn, String nameCy, int workers, List<Cell> cells) implements TwoNames {
        public long needed() {
            return cells.stream().mapToLong(Cell::needed).sum();
        }

        public long fresh() {
            return cells.stream().mapToLong(Cell::fresh).sum();
        }

        public long stale() {
            return cells.stream().mapToLong(Cell::stale).sum();
        }

        /** The lack in one part of the day is not made good by what is spare in another. */
        public long lacking() {
            return cells.stream()
                    .mapToLong(cell -> Math.max(0, -cell.balance()))
                    .sum();
        }
    }

    record Needed(String packageRef, String status, LocalDate waitingSince, long minutes) {}

    record Declared(
            String providerName,
            LocalDate declaredOn,
            LocalDate validUntil,
            boolean fresh,
            long declared,
            long remaining) {}

    /** One figure of the table. */
    record Spot(String area, String part, int workers) {
        Spot {
            if (!PARTS.contains(part) || workers < 1 || workers > 2) throw new NotFound();
        }
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    @Transactional(readOnly = true)
    public List<Cell> cells(Actor actor) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return dated("demand").query(Cell.class).list();
    }

    /** Areas in the order of their English names, one worker or two. */
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, int workers) {
        Map<String, List<Cell>> byArea = new LinkedHashMap<>();
        for (Cell cell : cells(actor))
            if (cell.workers() == workers)
                byArea.computeIfAbsent(cell.code(), code -> new java.util.ArrayList<>())
                        .add(cell);
        return byArea.values().stream()
                .map(cells -> new Line(
                        cells.getFirst().code(),
                        cells.getFirst().nameEn(),
                        cells.getFirst().nameCy(),
                        workers,
                        cells))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Needed> needed(Actor actor, Spot spot) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return at(jdbc.sql(sql("demand_needed")), spot).query(Needed.class).list();
    }

    @Transactional(readOnly = true)
    public List<Declared> declared(Actor actor, Spot spot) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return at(dated("demand_declared"), spot).query(Declared.class).list();
    }

    private JdbcClient.StatementSpec dated(String name) {
        return jdbc.sql(sql(name)).param("today", today()).param("oldest", today().minusDays(FRESH_DAYS));
    }

    private static JdbcClient.StatementSpec at(JdbcClient.StatementSpec statement, Spot spot) {
        return statement.param("area", spot.area()).param("part", spot.part()).param("workers", spot.workers());
    }

    private static String sql(String name) {
        try {
            return new ClassPathResource("sql/matching/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
