package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.WorkingTime;
import cymru.pontio.kernel.Zone;
import cymru.pontio.reporting.Measure.Source;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The measures by which the council and its providers are held to account, each with the cases behind it. A provider reads
 * its own, and beside them the same figure of all providers for the whole county unless too few stand behind that.
 */
@Service
class Measures {
    private static final Role[] COUNCIL = {
        Role.BROKER, Role.COMMISSIONER, Role.FINANCE, Role.TEAM_MANAGER, Role.INHOUSE_COORDINATOR
    };

    /** What stands in sums is known as it is now; as it was known, it is added up again. */
    private static final Source[] KEPT_SUMS = {Source.COMMISSIONED, Source.DELIVERED};

    private final JdbcClient jdbc;
    private final AskedArea areas;
    private final Clock clock;
    private final Map<Source, String> cases = new EnumMap<>(Source.class);
    private final Map<Source, String> known = new EnumMap<>(Source.class);
    private final String[] holidays =
            WorkingTime.bankHolidays().map(LocalDate::toString).toArray(String[]::new);

    Measures(JdbcClient jdbc, Clock clock, AskedArea areas) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.clock = clock;
        for (Source source : Source.values()) cases.put(source, sql(source.file()));
        for (Source source : KEPT_SUMS) known.put(source, sql("known/" + source.file()));
    }

    /**
     * @param own the figure for the filter, for a provider its own
     * @param all for a provider, the figure of all; none where too few stand behind it beside its own, for an area, and for the
     *     council
     * @param since the first day of which it is known, where that is after the period began; none for all others
     */
    record Line(Figure own, @Nullable Figure all, @Nullable LocalDate since) {}

    /**
     * The cases of one package with one provider; minutes in the period, days the longest.
     *
     * @param reason of measures whose cases say why; those for another reason, or for none, stand apart
     */
    record Case(
            String packageRef,
            String nameEn,
            String nameCy,
            @Nullable String provider,
            long cases,
            long met,
            long userMinutes,
            long carerMinutes,
            @Nullable Integer days,
            @Nullable String reason) {}

    /** @param met of the cases that count, those for this reason */
    record Why(String reason, long met) {}

    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, PeriodForm form) {
        Predicate<Measure> tells = tells(form);
        return lines(
                actor,
                Arrays.stream(Measure.values())
                        .filter(measure -> reads(actor, measure) && tells.test(measure))
                        .toList(),
                form);
    }

    /** Measures that this reader reads, but that cannot be told as they were known then. */
    @Transactional(readOnly = true)
    public List<Measure> untold(Actor actor, PeriodForm form) {
        Predicate<Measure> tells = tells(form);
        return Arrays.stream(Measure.values())
                .filter(measure -> reads(actor, measure) && !tells.test(measure))
                .toList();
    }

    /**
     * The last moment of which nothing more can become known: what is being written now is not in it, however long that takes.
     * Asked as it was known then, measures give the same figures for ever.
     */
    @Transactional(readOnly = true)
    public Instant settled() {
        return jdbc.sql("""
                select least(clock_timestamp(), min(xact_start)) from pg_stat_activity
                where datname = current_database() and backend_type = 'client backend'""").query(Timestamp.class).single().toInstant();
    }

    @Transactional(readOnly = true)
    public Line line(Actor actor, Measure measure, PeriodForm form) {
        if (!reads(actor, measure) || !tells(form).test(measure)) throw new NotFound();
        return lines(actor, List.of(measure), form).getFirst();
    }

    /** One question for each source, however many of its measures are asked for. */
    private List<Line> lines(Actor actor, List<Measure> asked, PeriodForm form) {
        Map<Measure, Figure> own = figures(asked, form, provider(actor, form));
        // What is withheld of one area would be what the others leave of the whole.
        Map<Measure, Figure> all = actor.ofProvider() && form.area().isBlank() ? figures(asked, form, null) : Map.of();
        LocalDate since = asked.stream().anyMatch(Measure::fromReadings)
                ? since(form.months().from())
                : null;
        return asked.stream()
                .map(measure -> {
                    Figure figure = Objects.requireNonNull(own.get(measure));
                    Figure beside = all.get(measure);
                    return new Line(
                            figure,
                            beside == null || beside.tellsOfFew(figure) ? null : beside,
                            measure.fromReadings() ? since : null);
                })
                .toList();
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
        if (!reads(actor, measure) || !tells(form).test(measure)) throw new NotFound();
        return dated(
                        "with cases as (" + casesOf(measure.source(), form)
                                + """
                )
                select c.ref as package_ref, a.name_en, a.name_cy, p.name as provider, sum(c.cases) as cases, sum(c.met) as met,
                    sum(c.user_minutes) as user_minutes, sum(c.carer_minutes) as carer_minutes, max(c.days) as days,
                    %1$s as reason
                from cases c
                join areas.report_locality a on a.code = c.locality
                left join providers.report_provider p on p.id = c.provider_id
                where c.measure = :measure and (cast(:area as text) is null or c.locality = :area)
                  and (cast(:provider as uuid) is null or c.provider_id = :provider) and (c.ref > :after or :after = '')
                group by c.ref, a.name_en, a.name_cy, p.name, %1$s
                order by c.ref, p.name, a.name_en, reason
                limit :limit""".formatted(measure.saysWhy() ? "c.reason" : "null::text"),
                        form,
                        provider(actor, form))
                .param("measure", measure.name())
                .param("after", after)
                .param("limit", limit)
                .query(Case.class)
                .list();
    }

    /** Why what a measure counts has happened, the most frequent first; of measures whose cases say so. */
    @Transactional(readOnly = true)
    public List<Why> why(Actor actor, Measure measure, PeriodForm form) {
        if (!measure.saysWhy()) return List.of();
        if (!reads(actor, measure) || !tells(form).test(measure)) throw new NotFound();
        return dated("with cases as (" + casesOf(measure.source(), form) + """
                )
                select c.reason, sum(c.met) as met from cases c
                where c.measure = :measure and c.reason is not null and (cast(:area as text) is null or c.locality = :area)
                  and (cast(:provider as uuid) is null or c.provider_id = :provider)
                group by c.reason order by met desc, c.reason""", form, provider(actor, form))
                .param("measure", measure.name())
                .query(Why.class)
                .list();
    }

    private Map<Measure, Figure> figures(List<Measure> asked, PeriodForm form, @Nullable UUID provider) {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        asked.forEach(measure -> figures.put(measure, Figure.none(measure)));
        asked.stream()
                .map(Measure::source)
                .distinct()
                .forEach(source -> dated("with cases as (" + casesOf(source, form) + """
                )
                select c.measure, sum(c.cases) as cases, sum(c.met) as met, sum(c.user_minutes) as user_minutes,
                    sum(c.carer_minutes) as carer_minutes, count(distinct c.person_key) as people,
                    round(percentile_cont(0.5) within group (order by c.days)::numeric, 1) as median,
                    percentile_disc(0.9) within group (order by c.days) as ninetieth,
                    round(avg(c.days), 1) as mean, max(c.days) as longest
                from cases c
                where c.measure = any (:measures) and (cast(:area as text) is null or c.locality = :area)
                  and (cast(:provider as uuid) is null or c.provider_id = :provider)
                group by c.measure""", form, provider)
                        .param("measures", asked.stream().map(Measure::name).toArray(String[]::new))
                        .query(row -> {
                            Figure figure = figure(row);
                            figures.put(figure.measure(), figure);
                        }));
        return figures;
    }

    private JdbcClient.StatementSpec dated(String sql, PeriodForm form, @Nullable UUID provider) {
        Instant now = clock.instant();
        Instant then = form.knownAt();
        Instant known = then == null || then.isAfter(now) ? now.plusSeconds(60) : then;
        // As it was known then, nothing later had come either.
        Instant at = known.isBefore(now) ? known : now;
        Instant end = Zone.startOf(form.months().end()).minusNanos(1000);
        return jdbc.sql(sql)
                .param("area", areas.of(form))
                .param("provider", provider)
                .param("from", form.months().from())
                .param("end", form.months().end())
                .param("at", Timestamp.from(end.isBefore(at) ? end : at))
                .param("today", Zone.dayOf(at))
                .param("holidays", holidays)
                .param("known", Timestamp.from(known));
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private String casesOf(Source source, PeriodForm form) {
        String now = Objects.requireNonNull(cases.get(source));
        return form.known().isEmpty() ? now : known.getOrDefault(source, now);
    }

    /** Not every measure can be told as it was known earlier, and what was thought of the calls only since that is kept. */
    private Predicate<Measure> tells(PeriodForm form) {
        Instant then = form.knownAt();
        if (then == null) return measure -> true;
        boolean readings = jdbc.sql("select coalesce(at <= ?, false) from visits.report_reading_known_since")
                .param(Timestamp.from(then))
                .query(Boolean.class)
                .single();
        return measure -> measure.asKnown() && (readings || !measure.fromReadings());
    }

    private static boolean reads(Actor actor, Measure measure) {
        return actor.isAny(COUNCIL) || actor.ofProvider() && measure.byProvider();
    }

    private static @Nullable UUID provider(Actor actor, PeriodForm form) {
        return actor.ofProvider() ? actor.organisation() : form.providerOrAll();
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                Measure.valueOf(row.getString("measure")),
                row.getLong("cases"),
                row.getLong("met"),
                row.getLong("user_minutes"),
                row.getLong("carer_minutes"),
                row.getLong("people"),
                row.getBigDecimal("median"),
                row.getObject("ninetieth", Integer.class),
                row.getBigDecimal("mean"),
                row.getObject("longest", Integer.class));
    }

    private static String sql(String file) {
        try {
            return new ClassPathResource("sql/measures/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
