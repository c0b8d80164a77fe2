package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.WorkingTime;
import cymru.pontio.kernel.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The measures by which the council and its providers are held to account, each with the cases behind it. A provider reads
 * its own, and beside them the same figure of all providers unless too few stand behind that.
 */
@Service
class Measures {
    private static final Role[] COUNCIL = {
        Role.BROKER, Role.COMMISSIONER, Role.FINANCE, Role.TEAM_MANAGER, Role.INHOUSE_COORDINATOR
    };

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Measure, String> cases = new EnumMap<>(Measure.class);
    private final Map<Measure, String> known = new EnumMap<>(Measure.class);
    private final String[] holidays =
            WorkingTime.bankHolidays().map(LocalDate::toString).toArray(String[]::new);

    Measures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (Measure measure : Measure.values()) {
            cases.put(measure, sql("", measure));
            if (measure.asKnown() && !measure.onADay()) known.put(measure, sql("known/", measure));
        }
    }

    /**
     * @param own the figure for the filter, for a provider its own
     * @param all for a provider, the figure of all; none where too few stand behind it beside its own, and for the council
     * @param since the first day of which it is known, where that is after the period began; none for all others
     */
    record Line(Figure own, @Nullable Figure all, @Nullable LocalDate since) {}

    /** The cases of one package with one provider; minutes in the period, days the longest. */
    record Case(
            String packageRef,
            String nameEn,
            String nameCy,
            @Nullable String provider,
            long cases,
            long met,
            long userMinutes,
            long carerMinutes,
            @Nullable Integer days) {}

    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, PeriodForm form) {
        return Arrays.stream(Measure.values())
                .filter(measure -> reads(actor, measure) && tells(measure, form))
                .map(measure -> line(actor, measure, form))
                .toList();
    }

    @Transactional(readOnly = true)
    public Line line(Actor actor, Measure measure, PeriodForm form) {
        if (!reads(actor, measure) || !tells(measure, form)) throw new NotFound();
        Figure own = figure(measure, form, provider(actor, form));
        LocalDate since = measure.fromReadings() ? since(form.months().from()) : null;
        if (!actor.ofProvider()) return new Line(own, null, since);
        Figure all = figure(measure, form, null);
        return new Line(own, all.tellsOfFew(own) ? null : all, since);
    }

    private @Nullable LocalDate since(LocalDate from) {
        LocalDate first = jdbc.sql("select day from visits.report_read_since")
                .query((row, n) -> row.getObject("day", LocalDate.class))
                .optional()
                .orElse(today());
        return first.isAfter(from) ? first : null;
    }

    /** @param after only references after this one, in their order */
    @Transactional(readOnly = true)
    public List<Case> cases(Actor actor, Measure measure, PeriodForm form, String after, int limit) {
        if (!reads(actor, measure) || !tells(measure, form)) throw new NotFound();
        return dated(measure, "with cases as (" + casesOf(measure, form) + """
                )
                select c.ref as package_ref, a.name_en, a.name_cy, p.name as provider, sum(c.cases) as cases, sum(c.met) as met,
                    sum(c.user_minutes) as user_minutes, sum(c.carer_minutes) as carer_minutes, max(c.days) as days
                from cases c
                join areas.report_locality a on a.code = c.locality
                left join providers.report_provider p on p.id = c.provider_id
                where (cast(:area as text) is null or c.locality = :area)
                  and (cast(:provider as uuid) is null or c.provider_id = :provider) and c.ref > :after
                group by c.ref, a.name_en, a.name_cy, p.name
                order by c.ref, p.name, a.name_en
                limit :limit""", form, provider(actor, form))
                .param("after", after)
                .param("limit", limit)
                .query(Case.class)
                .list();
    }

    private Figure figure(Measure measure, PeriodForm form, @Nullable UUID provider) {
        return dated(measure, "with cases as (" + casesOf(measure, form) + """
                )
                select coalesce(sum(c.cases), 0) as cases, coalesce(sum(c.met), 0) as met,
                    coalesce(sum(c.user_minutes), 0) as user_minutes, coalesce(sum(c.carer_minutes), 0) as carer_minutes,
                    count(distinct c.person_key) as people,
                    percentile_disc(0.5) within group (order by c.days) as median,
                    percentile_disc(0.9) within group (order by c.days) as ninetieth,
                    round(avg(c.days), 1) as mean, max(c.days) as longest
                from cases c
                where (cast(:area as text) is null or c.locality = :area)
                  and (cast(:provider as uuid) is null or c.provider_id = :provider)""", form, provider)
                .query((row, n) -> figure(measure, row))
                .single();
    }

    private JdbcClient.StatementSpec dated(Measure measure, String sql, PeriodForm form, @Nullable UUID provider) {
        Instant now = clock.instant();
        Instant then = form.knownAt();
        Instant known = then == null || then.isAfter(now) ? now.plusSeconds(60) : then;
        Instant end = Zone.startOf(form.months().end()).minusNanos(1000);
        JdbcClient.StatementSpec asked =
                jdbc.sql(sql).param("area", form.areaOrAll()).param("provider", provider);
        if (measure.onADay())
            return asked.param("at", Timestamp.from(end.isBefore(now) ? end : now))
                    .param("known", Timestamp.from(known));
        return asked.param("from", form.months().from())
                .param("end", form.months().end())
                .param("today", today())
                .param("holidays", holidays)
                .param("carers", measure.shape() == Measure.Shape.CARER_HOURS)
                .param("capped", measure.capped())
                .param("known", Timestamp.from(known));
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private String casesOf(Measure measure, PeriodForm form) {
        String sql = form.known().isEmpty() || measure.onADay() ? cases.get(measure) : known.get(measure);
        return Objects.requireNonNull(sql);
    }

    /** Not every measure can be told as it was known earlier. */
    private static boolean tells(Measure measure, PeriodForm form) {
        return form.known().isEmpty() || measure.asKnown();
    }

    private static boolean reads(Actor actor, Measure measure) {
        return actor.isAny(COUNCIL) || actor.ofProvider() && measure.byProvider();
    }

    private static @Nullable UUID provider(Actor actor, PeriodForm form) {
        return actor.ofProvider() ? actor.organisation() : form.providerOrAll();
    }

    private static Figure figure(Measure measure, ResultSet row) throws SQLException {
        return new Figure(
                measure,
                row.getLong("cases"),
                row.getLong("met"),
                row.getLong("user_minutes"),
                row.getLong("carer_minutes"),
                row.getLong("people"),
                row.getObject("median", Integer.class),
                row.getObject("ninetieth", Integer.class),
                row.getBigDecimal("mean"),
                row.getObject("longest", Integer.class));
    }

    private static String sql(String folder, Measure measure) {
        try {
            return new ClassPathResource("sql/measures/" + folder + measure.file() + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
