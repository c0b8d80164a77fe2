package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hours commissioned, planned and delivered over the same days, each in user hours and in carer hours. They answer different
 * questions and are never added or taken for each other.
 */
@Service
class ThreeClocks {
    private static final Role[] READERS = {
        Role.BROKER, Role.COMMISSIONER, Role.FINANCE, Role.TEAM_MANAGER, Role.INHOUSE_COORDINATOR
    };

    private final JdbcClient jdbc;
    private final AskedArea areas;

    ThreeClocks(JdbcClient jdbc, AskedArea areas) {
        this.jdbc = jdbc;
        this.areas = areas;
    }

    /**
     * One period, of one area or provider if the report is split. All minutes are those of the whole period.
     *
     * @param commissionedUser a seventh of the weekly minutes for each day on which they are in force and the person is not away; none
     *     by week as it was known earlier
     * @param plannedUser the calls that fall on the days, without those of people who are away; none as it was known earlier
     * @param deliveredUser what was given, foreseen or not
     */
    record Line(
            LocalDate startsOn,
            String splitCode,
            @Nullable String nameEn,
            @Nullable String nameCy,
            @Nullable Long commissionedUser,
            @Nullable Long commissionedCarer,
            @Nullable Long plannedUser,
            @Nullable Long plannedCarer,
            long deliveredUser,
            long deliveredCarer) {}

    /** @param packageRef one package, or none for all */
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, PeriodForm form, @Nullable String packageRef) {
        actor.must(READERS);
        boolean week = form.by().equals("week");
        Instant known = form.knownAt();
        return jdbc.sql(sql(known == null ? "three_clocks" : "known/three_clocks"))
                .param("known", known == null ? null : Timestamp.from(known))
                .param("unit", form.by())
                .param("period", week ? "WEEK" : "MONTH")
                .param("split", form.split())
                .param("from", form.months().from())
                .param("end", form.months().end())
                .param("area", areas.of(form))
                .param("provider", form.providerOrAll())
                .param("package", packageRef)
                .query(Line.class)
                .list();
    }

    private static String sql(String name) {
        try {
            return new ClassPathResource("sql/reporting/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
