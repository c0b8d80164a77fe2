package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.TwoNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The council's figures. The same statements answer every date, and every figure leads to the rows it was added from. */
@Service
class Reports {
    private static final Role[] READERS = {
        Role.BROKER, Role.COMMISSIONER, Role.FINANCE, Role.TEAM_MANAGER, Role.INHOUSE_COORDINATOR
    };
    static final int PAGE = 50;

    /** In place of a kind of care: visits that were recorded though the person was away or had died. */
    static final String NOT_DUE = "NOT_DUE";

    private final JdbcClient jdbc;
    private final AskedArea areas;
    private final Clock clock;
    private final String care = sql("care");
    private final String knownCare = sql("known/care");
    private final String notDue = sql("not_due");

    Reports(JdbcClient jdbc, Clock clock, AskedArea areas) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * Delivered care of one period, area or provider, and kind.
     *
     * @param splitCode area code or provider id the line is for; none where the report is not split or nobody is named
     * @param userMinutes in the whole period
     * @param weeklyUserMinutes average per week over the days of the period that have passed
     * @param people distinct people; none where the kind names nobody
     */
    record HoursLine(
            LocalDate startsOn,
            String kind,
            @Nullable String splitCode,
            @Nullable String nameEn,
            @Nullable String nameCy,
            long userMinutes,
            long carerMinutes,
            long weeklyUserMinutes,
            @Nullable Long people) {}

    record PackageLine(
            String packageRef,
            String nameEn,
            String nameCy,
            @Nullable String provider,
            String kind,
            long userMinutes,
            long carerMinutes) {}

    record RowsSum(long packages, long userMinutes, long carerMinutes) {}

    /** @param weeklyUserMinutes long-term home care, average per week over the month */
    record MonthOfCare(YearMonth month, long weeklyUserMinutes, long people) {}

    /** People on the waiting list at the end of a day, by status. */
    record WaitingDay(LocalDate day, Map<String, Waiting> byStatus) {
        /** Who is counted as waiting: no cover, in hospital, part met. Bridged and on hold stand beside. */
        public long waiting() {
            return people("NO_COVER") + people("IN_HOSPITAL") + people("PART_MET");
        }

        public long people(String status) {
            Waiting waiting = byStatus.get(status);
            return waiting == null ? 0 : waiting.people();
        }
    }

    record Waiting(long people, long userMinutes, long carerMinutes) {}

    /** @param atEnd people bridged at the end of the month; all minutes are those of the month */
    record BridgingMonth(
            YearMonth month, long people, long atEnd, long userMinutes, long carerMinutes, long displacedMinutes) {}

    record BridgingLine(
            String packageRef,
            String ref,
            String nameEn,
            String nameCy,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            long userMinutes,
            long carerMinutes,
            long displacedMinutes) {}

    /** @param people with minutes of bridging in the period */
    record BridgingSum(long people, long userMinutes, long carerMinutes, long displacedMinutes) {}

    record Named(String code, String nameEn, String nameCy) implements TwoNames {}

    @Transactional(readOnly = true)
    public List<HoursLine> hours(Actor actor, PeriodForm form) {
        actor.must(READERS);
        return filtered(care(form) + sql("hours_delivered"), form)
                .param("split", form.split())
                .query((row, n) -> hoursLine(row, form))
                .list();
    }

    /**
     * The packages behind a figure, in the order of their references.
     *
     * @param kind a kind of care, LONG_TERM for agencies and in-house together, or NOT_DUE
     * @param starts only the week or month that starts on this day
     * @param after only references after this one
     */
    record Rows(String kind, @Nullable LocalDate starts, String after, int limit) {}

    @Transactional(readOnly = true)
    public List<PackageLine> hoursRows(Actor actor, PeriodForm form, Rows rows) {
        actor.must(READERS);
        return filtered(care(form, rows) + sql("hours_rows"), form)
                .param("kind", rows.kind())
                .param("starts", rows.starts())
                .param("after", rows.after())
                .param("limit", rows.limit())
                .query(PackageLine.class)
                .list();
    }

    /** All rows together, whichever page of them is shown. */
    @Transactional(readOnly = true)
    public RowsSum hoursSum(Actor actor, PeriodForm form, Rows rows) {
        actor.must(READERS);
        return filtered(care(form, rows) + sql("hours_sum"), form)
                .param("kind", rows.kind())
                .param("starts", rows.starts())
                .query(RowsSum.class)
                .single();
    }

    /** Of what the hours delivered of these periods hold, visits at times when nobody had to come. */
    @Transactional(readOnly = true)
    public RowsSum notDue(Actor actor, PeriodForm form) {
        return hoursSum(actor, form, new Rows(NOT_DUE, null, "", 0));
    }

    /** The same of a month, in the whole county, as user minutes of an average week. */
    @Transactional(readOnly = true)
    public long notDueAWeek(Actor actor, PeriodForm form, YearMonth month) {
        return weekly(notDue(actor, form.everywhere().only(month)).userMinutes(), month.atDay(1), form);
    }

    @Transactional(readOnly = true)
    public List<MonthOfCare> longTermCare(Actor actor, PeriodForm form) {
        actor.must(READERS);
        Months months = form.months();
        Map<YearMonth, MonthOfCare> found = new LinkedHashMap<>();
        months.each().forEach(month -> found.put(month, new MonthOfCare(month, 0, 0)));
        dated(sql(form.known().isEmpty() ? "headline_month" : "known/headline_month"), form)
                .query((row, n) -> {
                    LocalDate start = row.getObject("starts_on", LocalDate.class);
                    return new MonthOfCare(
                            YearMonth.from(start),
                            weekly(row.getLong("user_minutes"), start, form),
                            row.getLong("people"));
                })
                .list()
                .forEach(month -> found.put(month.month(), month));
        return List.copyOf(found.values());
    }

    /** In the area that was asked for, at the end of the last day of each month; of the present month, now. */
    @Transactional(readOnly = true)
    public List<WaitingDay> waiting(Actor actor, PeriodForm form) {
        actor.must(READERS);
        List<YearMonth> ends = form.months().each().filter(this::begun).toList();
        Map<LocalDate, WaitingDay> days = new LinkedHashMap<>();
        ends.forEach(
                month -> days.put(month.atEndOfMonth(), new WaitingDay(month.atEndOfMonth(), new LinkedHashMap<>())));
        dated(sql("waiting_over_time"), form)
                .param(
                        "days",
                        ends.stream()
                                .map(m -> m.plusMonths(1).atDay(1).toString())
                                .toArray(String[]::new))
                .param("until", Timestamp.from(form.until(clock.instant())))
                .query(row -> {
                    WaitingDay day = Objects.requireNonNull(days.get(row.getObject("day", LocalDate.class)));
                    day.byStatus()
                            .put(
                                    row.getString("status"),
                                    new Waiting(
                                            row.getLong("people"),
                                            row.getLong("user_minutes"),
                                            row.getLong("carer_minutes")));
                });
        return List.copyOf(days.values());
    }

    @Transactional(readOnly = true)
    public List<BridgingMonth> bridging(Actor actor, PeriodForm form) {
        actor.must(READERS);
        return dated(sql("bridging_over_time"), form)
                .query((row, n) -> new BridgingMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("people"),
                        row.getLong("at_end"),
                        row.getLong("user_minutes"),
                        row.getLong("carer_minutes"),
                        row.getLong("displaced")))
                .list();
    }

    /**
     * The episodes behind a month's figure, in the order of their references.
     *
     * @param after only references after this one
     */
    @Transactional(readOnly = true)
    public List<BridgingLine> bridgingRows(Actor actor, PeriodForm form, String after, int limit) {
        actor.must(READERS);
        return dated(sql("bridging_rows"), form)
                .param("after", after)
                .param("limit", limit)
                .query(BridgingLine.class)
                .list();
    }

    /** All episodes together, whichever page of them is shown. */
    @Transactional(readOnly = true)
    public BridgingSum bridgingSum(Actor actor, PeriodForm form) {
        actor.must(READERS);
        return dated(sql("bridging_sum"), form).query(BridgingSum.class).single();
    }

    @Transactional(readOnly = true)
    public List<Named> areas() {
        return jdbc.sql("select code, name_en, name_cy from areas.report_locality order by name_en")
                .query(Named.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Named> providers() {
        return jdbc.sql(
                        "select id::text as code, name as name_en, name as name_cy from providers.report_provider order by name")
                .query(Named.class)
                .list();
    }

    /** The month of today is not over: its averages are over the days so far. */
    boolean over(YearMonth month) {
        return month.isBefore(YearMonth.from(Zone.dayOf(clock.instant())));
    }

    private boolean begun(YearMonth month) {
        return !month.isAfter(YearMonth.from(Zone.dayOf(clock.instant())));
    }

    private JdbcClient.StatementSpec filtered(String sql, PeriodForm form) {
        return dated(sql, form)
                .param("period", form.by().equals("week") ? "WEEK" : "MONTH")
                .param("unit", form.by())
                .param("provider", form.providerOrAll());
    }

    private String care(PeriodForm form, Rows rows) {
        return rows.kind().equals(NOT_DUE) ? notDue : care(form);
    }

    private String care(PeriodForm form) {
        return form.known().isEmpty() ? care : knownCare;
    }

    private JdbcClient.StatementSpec dated(String sql, PeriodForm form) {
        Instant then = form.knownAt();
        return jdbc.sql(sql)
                .param("from", form.months().from())
                .param("end", form.months().end())
                .param("area", areas.of(form))
                .param("known", Timestamp.from(then == null ? clock.instant().plusSeconds(60) : then));
    }

    private HoursLine hoursLine(ResultSet row, PeriodForm form) throws SQLException {
        LocalDate start = row.getObject("starts_on", LocalDate.class);
        String kind = row.getString("kind");
        long minutes = row.getLong("user_minutes");
        return new HoursLine(
                start,
                kind,
                row.getString("split_code"),
                row.getString("name_en"),
                row.getString("name_cy"),
                minutes,
                row.getLong("carer_minutes"),
                form.by().equals("week") ? minutes : weekly(minutes, start, form),
                kind.equals("ENABLEMENT") ? null : row.getLong("people"));
    }

    /** Minutes of a month as an average week of its days so far, rounded half-up to a minute. */
    private long weekly(long minutes, LocalDate start, PeriodForm form) {
        LocalDate end = start.plusMonths(1);
        LocalDate next = Zone.dayOf(form.until(clock.instant())).plusDays(1);
        long days = ChronoUnit.DAYS.between(start, end.isAfter(next) ? next : end);
        return days <= 0 ? 0 : Math.round(minutes * 7.0 / days);
    }

    private static String sql(String name) {
        try {
            return new ClassPathResource("sql/reporting/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
