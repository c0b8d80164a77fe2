package cymru.pontio.reporting;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.bridging.BridgingExamples;
import cymru.pontio.bridging.EpisodeRef;
import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.CallPlans;
import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.Replan;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.HandbackReason;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.Placements;
import cymru.pontio.placements.ServiceOrders;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import cymru.pontio.visits.flexible.Settlement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/**
 * A year of six people's care, made by chance and lawful: visits longer and shorter, by one worker or two, missed, cancelled,
 * unplanned, in both nights in which clocks change; corrected once or twice, in their length, their workers, their day, or taken
 * back; stays away from home; weeks that change for good and for a time: calls longer and shorter, at other times and on other
 * days, with a second worker and without, stopped, and others on top, at night too. One person dies, one is handed back, one moves
 * from provider C to provider B in the middle of it, minutes of one are saved and used. A seventh is bridged by the council's team
 * meanwhile. What it adds up to is worked out here, day by day and without the database, and has to be what the base rows, the
 * sums of visits by week and by month, the measures, the reports and the three clocks say of each provider, to the minute.
 */
@PontioTest
@Transactional
class YearOfCareTests {
    private static final int YEAR = 2021;
    private static final LocalDate FIRST = LocalDate.of(YEAR, 1, 1);
    private static final LocalDate BEYOND = LocalDate.of(YEAR + 1, 1, 1);
    private static final int PEOPLE = 6;
    private static final int VISITS_AT_ONCE = 500;
    private static final LocalDate EVER = BEYOND.plusYears(9);

    @Autowired
    Measures measures;

    @Autowired
    ThreeClocks clocks;

    @Autowired
    Reports reports;

    @Autowired
    Settlement settlement;

    @Autowired
    PackageExamples packages;

    @Autowired
    BridgingExamples bridging;

    @Autowired
    PlacementExamples examples;

    @Autowired
    Placements placements;

    @Autowired
    Endings endings;

    @Autowired
    CarePackages carePackages;

    @Autowired
    CallPlans plans;

    @Autowired
    ServiceOrders orders;

    @Autowired
    County county;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    MockMvcTester mvc;

    private final Random random = new Random(20210101);
    private final List<Care> all = new ArrayList<>();
    private final List<Care> transferred = new ArrayList<>();
    private final Map<Actor, Clocks> byProvider = new LinkedHashMap<>();
    private final Map<UUID, Actor> providerOf = new HashMap<>();
    private final Set<String> happened = new TreeSet<>();
    private final Map<YearMonth, Sum> bridged = new TreeMap<>();
    private final Map<YearMonth, Long> displaced = new TreeMap<>();
    private final Map<LocalDate, Integer> left = new TreeMap<>();
    private final List<Object[]> written = new ArrayList<>();
    private int number;

    /** User and carer minutes, never added. */
    private record Sum(long user, long carer) {
        static final Sum NONE = new Sum(0, 0);

        Sum plus(long more, int workers) {
            return new Sum(user + more, carer + more * workers);
        }

        Sum plus(Sum other) {
            return new Sum(user + other.user, carer + other.carer);
        }
    }

    /** What was commissioned, planned and delivered in each month. */
    private record Clocks(
            Map<YearMonth, Sum> commissioned, Map<YearMonth, Sum> planned, Map<YearMonth, Sum> delivered) {
        Clocks() {
            this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
    }

    /** A call of the model, from a day up to another; one that opens before midnight may close after it. */
    private record Call(
            UUID id,
            String days,
            LocalTime opens,
            LocalTime closes,
            int minutes,
            int workers,
            LocalDate from,
            LocalDate until) {
        Call between(LocalDate first, LocalDate beyond) {
            return new Call(id, days, opens, closes, minutes, workers, first, first.isAfter(beyond) ? first : beyond);
        }

        LocalDateTime closesOn(LocalDate day) {
            return (closes.isBefore(opens) ? day.plusDays(1) : day).atTime(closes);
        }

        boolean on(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until) && falls(day);
        }

        boolean inForce(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }

        private boolean falls(LocalDate day) {
            return days.indexOf('0' + day.getDayOfWeek().getValue()) >= 0;
        }
    }

    private record Stay(LocalDateTime from, LocalDateTime until) {
        boolean wholeDay(LocalDate day) {
            return !from.isAfter(day.atStartOfDay())
                    && !until.isBefore(day.plusDays(1).atStartOfDay());
        }

        boolean suspends(LocalDate day, Call call) {
            return from.isBefore(call.closesOn(day)) && until.isAfter(day.atTime(call.opens()));
        }
    }

    /** @param stays away from home; a death is one without return */
    private record Care(PlacementExamples.Accepted placement, List<Call> calls, List<Stay> stays) {
        boolean awayAllDay(LocalDate day) {
            return stays.stream().anyMatch(stay -> stay.wholeDay(day));
        }

        /** Nothing is owed of any call from that day on. */
        void endsOn(LocalDate day) {
            calls.replaceAll(call -> call.until().isAfter(day) ? call.between(call.from(), day) : call);
        }

        boolean suspended(LocalDate day, Call call) {
            return stays.stream().anyMatch(stay -> stay.suspends(day, call));
        }
    }

    @BeforeTransaction
    void openTheMonths() {
        for (int month = 1; month <= 12; month++)
            jdbc.sql("select visits.open_month(?)")
                    .param(LocalDate.of(YEAR, month, 1))
                    .query((row, n) -> n)
                    .list();
    }

    @BeforeEach
    void aYear() {
        for (int person = 0; person < PEOPLE; person++) all.add(begin());
        for (Care care : all) {
            stays(care);
            LocalDate moves = care == all.get(3) ? LocalDate.of(YEAR, 6, 1 + random.nextInt(28)) : null;
            changes(care, FIRST.plusDays(30 + random.nextInt(20)), moves == null ? BEYOND : moves);
            if (moves != null) transfer(care, moves);
        }
        all.addAll(transferred);
        handBack(all.get(4), LocalDate.of(YEAR, 10, 1 + random.nextInt(28)));
        die(all.get(5), LocalDate.of(YEAR, 9, 1 + random.nextInt(28)).atTime(random.nextInt(24), random.nextInt(60)));
        for (Care care : all) for (LocalDate day = FIRST; day.isBefore(BEYOND); day = day.plusDays(1)) live(care, day);
        write();
        correct();
        nights();
        bridge();
    }

    /**
     * Seeded faults, each by itself: let suspended calls count as planned; let the calls of a placement go on after its end; count
     * days away as commissioned; add up only the cells of what a correction brings.
     */
    @Test
    void whateverHappenedAllWaysOfAddingUpAgreeToTheMinute() {
        assertThat(happened)
                .containsExactlyInAnyOrder(
                        "DAYS",
                        "DOUBLE_UP_OFF",
                        "DOUBLE_UP_ON",
                        "LONGER",
                        "NIGHT_ON_TOP",
                        "OTHER_TIME",
                        "SHORTER",
                        "STOPPED",
                        "TEA_ON_TOP",
                        "TEMPORARY");
        assertThat(byProvider.keySet()).containsExactly(county.providerC(), county.providerB());
        assertThat(of(county.providerC()).delivered())
                .hasSize(12)
                .allSatisfy((month, sum) -> assertThat(sum.carer()).isGreaterThan(sum.user()));
        byProvider.forEach(this::allClocksAgree);
        for (YearMonth month : of(county.providerC()).delivered().keySet()) theReportsAgree(month);
        whatIsLeftOfTheSavedMinutesExpires();
        whatWasKnownOnADayStaysWhatItWas();
    }

    private void allClocksAgree(Actor provider, Clocks expected) {
        for (YearMonth month : expected.commissioned().keySet()) {
            Sum delivered = sum(expected.delivered(), month);
            assertThat(raw(provider, month)).as("visits of %s", month).isEqualTo(delivered);
            assertThat(rolledUp(
                            provider,
                            "MONTH",
                            month.atDay(1),
                            month.plusMonths(1).atDay(1)))
                    .as("sums of %s", month)
                    .isEqualTo(delivered);
            PeriodForm period = period(provider, month.toString(), month.toString(), "month");
            assertThat(measured(Measure.HOURS_AGENCY, period))
                    .as("measure of %s", month)
                    .isEqualTo(delivered);
            ThreeClocks.Line clock = clocks.lines(county.broker(), period, null).getFirst();
            assertThat(new Sum(clock.deliveredUser(), clock.deliveredCarer()))
                    .as("clock of %s", month)
                    .isEqualTo(delivered);
            Sum planned = sum(expected.planned(), month);
            assertThat(new Sum(clock.plannedUser(), clock.plannedCarer()))
                    .as("planned in %s", month)
                    .isEqualTo(planned);
            assertThat(callsOf(provider, month)).as("calls of %s", month).isEqualTo(planned);
            Sum commissioned = sum(expected.commissioned(), month);
            assertThat(new Sum(clock.commissionedUser(), clock.commissionedCarer()))
                    .as("commissioned in %s", month)
                    .isEqualTo(commissioned);
            assertThat(agreedOf(provider, month)).as("agreed in %s", month).isEqualTo(commissioned);
            assertThat(measured(Measure.HOURS_COMMISSIONED, period)).isEqualTo(commissioned);
            ThreeClocks.Line known =
                    clocks.lines(county.broker(), period.known(today()), null).getFirst();
            assertThat(known)
                    .as("known by today of %s", month)
                    .usingRecursiveComparison()
                    .ignoringFields("plannedUser", "plannedCarer")
                    .isEqualTo(clock);
            assertThat(known.plannedUser()).isNull();
        }
        theYearIsItsWeeksAndItsMonths(provider, expected);
    }

    private void theYearIsItsWeeksAndItsMonths(Actor provider, Clocks expected) {
        Sum year = expected.delivered().values().stream().reduce(Sum.NONE, Sum::plus);
        assertThat(rolledUp(provider, "WEEK", FIRST.minusDays(7), BEYOND)).isEqualTo(year);
        PeriodForm whole = period(provider, YEAR + "-01", YEAR + "-12", "month");
        assertThat(measured(Measure.HOURS_AGENCY, whole)).isEqualTo(year);
        assertThat(measures.line(county.broker(), Measure.HOURS_AGENCY, whole)
                        .own()
                        .people())
                .isEqualTo(provider.equals(county.providerC()) ? PEOPLE : 1);
        Sum weeks =
                clocks
                        .lines(county.broker(), period(provider, YEAR - 1 + "-12", YEAR + 1 + "-01", "week"), null)
                        .stream()
                        .filter(line -> line.startsOn().isBefore(BEYOND))
                        .map(line -> new Sum(line.deliveredUser(), line.deliveredCarer()))
                        .reduce(Sum.NONE, Sum::plus);
        assertThat(weeks).isEqualTo(year);
    }

    private Sum measured(Measure measure, PeriodForm period) {
        Figure figure = measures.line(county.broker(), measure, period).own();
        return new Sum(figure.userMinutes(), figure.carerMinutes());
    }

    private void theReportsAgree(YearMonth month) {
        PeriodForm period = period(county.providerC(), month.toString(), month.toString(), "month");
        Sum delivered = sum(of(county.providerC()).delivered(), month);
        Reports.HoursLine line = reports.hours(county.broker(), period).getFirst();
        assertThat(new Sum(line.userMinutes(), line.carerMinutes()))
                .as("hours delivered in %s", month)
                .isEqualTo(delivered);
        Reports.Rows rows = new Reports.Rows("LONG_TERM", month.atDay(1), "", 100);
        assertThat(reports.hoursRows(county.broker(), period, rows).stream()
                        .map(row -> new Sum(row.userMinutes(), row.carerMinutes()))
                        .reduce(Sum.NONE, Sum::plus))
                .as("packages of %s", month)
                .isEqualTo(delivered);
        PeriodForm everybody = new PeriodForm(month.toString(), month.toString(), null, null, null, null);
        Reports.BridgingMonth bridging =
                reports.bridging(county.broker(), everybody).getFirst();
        assertThat(new Sum(bridging.userMinutes(), bridging.carerMinutes()))
                .as("bridging in %s", month)
                .isEqualTo(sum(bridged, month));
        Figure measured = measures.line(county.broker(), Measure.HOURS_BRIDGING, everybody)
                .own();
        assertThat(new Sum(measured.userMinutes(), measured.carerMinutes())).isEqualTo(sum(bridged, month));
        Figure given = measures.line(county.broker(), Measure.ENABLEMENT_DISPLACED, everybody)
                .own();
        assertThat(new Sum(given.userMinutes(), given.carerMinutes()))
                .isEqualTo(new Sum(0, displaced.getOrDefault(month, 0L)));
        assertThat(reports.bridgingRows(county.broker(), everybody, "", 100).stream()
                        .map(row -> new Sum(row.userMinutes(), row.carerMinutes()))
                        .reduce(Sum.NONE, Sum::plus))
                .as("rows of bridging in %s", month)
                .isEqualTo(sum(bridged, month));
    }

    /** Blocks of thirteen weeks; saving and using moves no hour of any clock. */
    private void whatIsLeftOfTheSavedMinutesExpires() {
        settlement.settle();
        Map<LocalDate, Integer> expired = new TreeMap<>();
        jdbc.sql("""
                select block_from, sum(minutes)::int as minutes from visits.time_entry
                where care_package_id = ? and kind = 'EXPIRED' group by block_from""").param(all.get(1).placement().carePackage().id().value()).query(row -> {
            expired.put(row.getObject("block_from", LocalDate.class), row.getInt("minutes"));
        });
        left.values().removeIf(minutes -> minutes == 0);
        assertThat(expired).isNotEmpty().isEqualTo(left);
    }

    /** The same whenever it is asked. Seeded fault: read what stands now. In the same year, which takes long to make. */
    private void whatWasKnownOnADayStaysWhatItWas() {
        PeriodForm march = period(county.providerC(), YEAR + "-03", YEAR + "-03", "month");
        long all =
                sum(of(county.providerC()).delivered(), YearMonth.of(YEAR, 3)).user();
        PeriodForm known = march.known(Zone.dayOf(clock.instant()).minusDays(1).toString());
        jdbc.sql(
                        "update visits.visit set recorded_at = recorded_at - interval '2 days' where visit_date between ? and ?")
                .params(LocalDate.of(YEAR, 3, 1), LocalDate.of(YEAR, 3, 15))
                .update();
        Figure before =
                measures.line(county.broker(), Measure.HOURS_AGENCY, known).own();
        ThreeClocks.Line clock = clocks.lines(county.broker(), known, null).getFirst();
        assertThat(clock.deliveredUser()).isEqualTo(before.userMinutes());
        assertThat(clock.commissionedUser()).isZero();
        assertThat(before.userMinutes()).isPositive().isLessThan(all);
        jdbc.sql("""
                with gone as (update visits.visit v set superseded_at = clock_timestamp()
                    where v.visit_date = ? and v.superseded_at is null and v.status = 'DELIVERED' returning v.*)
                insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality, kind,
                    visit_date, actual_start, actual_end, workers, status, user_minutes, recorded_by, recorded_at)
                select provider_id, provider_visit_id || '-again', placement_id, care_package_id, person_id, locality, kind, visit_date,
                    actual_start, actual_start + interval '1 minute', workers, status, 1, recorded_by, clock_timestamp()
                from gone where provider_id = ?""")
                .params(LocalDate.of(YEAR, 3, 2), county.providerC().organisation())
                .update();
        Figure after =
                measures.line(county.broker(), Measure.HOURS_AGENCY, known).own();
        assertThat(after).isEqualTo(before);
        assertThat(clocks.lines(county.broker(), known, null)).containsExactly(clock);
        assertThat(measures.line(county.broker(), Measure.HOURS_AGENCY, march)
                        .own()
                        .userMinutes())
                .isNotEqualTo(all);
    }

    private Care begin() {
        PlacementExamples.Accepted made = examples.pending(county, examples.approved(county), county.providerC());
        placements.visited(made.provider(), Map.of(made.id(), clock.instant()));
        LocalDate first = FIRST.plusDays(random.nextInt(20));
        begins(made, first);
        List<Call> calls = new ArrayList<>();
        for (CallLineView line : made.carePackage().lines())
            calls.add(new Call(
                    line.id(), line.days(), opens(line), closes(line), line.minutes(), line.workers(), first, EVER));
        return new Care(made, calls, new ArrayList<>());
    }

    /** Written past the doors, which know no year but this one. */
    private void begins(PlacementExamples.Accepted made, LocalDate first) {
        jdbc.sql(
                        "update placements.placement set accepted_at = :at, agreed_start = :first, first_visit_at = :at where id = :id")
                .param("at", Timestamp.from(Zone.startOf(first)))
                .param("first", first)
                .param("id", made.id())
                .update();
    }

    private static LocalTime opens(CallLineView line) {
        return line.from() == null ? LocalTime.of(11, 0) : line.from();
    }

    private static LocalTime closes(CallLineView line) {
        return line.until() == null ? LocalTime.of(15, 0) : line.until();
    }

    private void stays(Care care) {
        LocalDate day = FIRST.plusDays(20 + random.nextInt(40));
        while (day.isBefore(BEYOND.minusDays(20))) {
            LocalDateTime from = day.atTime(random.nextInt(24), random.nextInt(60));
            LocalDateTime until = day.plusDays(random.nextInt(12)).atTime(random.nextInt(24), random.nextInt(60));
            if (until.isAfter(from)) {
                care.stays().add(new Stay(from, until));
                jdbc.sql("""
                        insert into carepackages.absence (id, care_package_id, kind, away_at, back_at, told_by, told_by_name,
                            by_provider, confirmed_by, confirmed_at, settled_at)
                        values (:id, :package, 'HOSPITAL', :from, :until, :by, 'A', false, :by, now(), now())""")
                        .param("id", Ids.next())
                        .param("package", care.placement().carePackage().id().value())
                        .param("from", Timestamp.from(from.atZone(Zone.LONDON).toInstant()))
                        .param("until", Timestamp.from(until.atZone(Zone.LONDON).toInstant()))
                        .param("by", county.broker().userId())
                        .update();
            }
            day = day.plusDays(30 + random.nextInt(60));
        }
    }

    /** Of the calls whose end nobody has agreed yet, one is changed in any way, one in three for a time. */
    private void changes(Care care, LocalDate first, LocalDate beyond) {
        LocalDate day = first;
        while (day.isBefore(beyond.minusDays(25))) {
            change(care, day, random.nextInt(3) == 0 ? day.plusDays(7 + random.nextInt(14)) : null);
            day = day.plusDays(25 + random.nextInt(40));
        }
    }

    private void change(Care care, LocalDate from, @Nullable LocalDate until) {
        List<Call> open = care.calls().stream()
                .filter(call -> call.inForce(from) && call.until().equals(EVER))
                .toList();
        Call was = open.get(random.nextInt(open.size()));
        Call wanted = wanted(was, open.size());
        PackageId id = care.placement().carePackage().id();
        String cause = "VAR-" + care.placement().ref() + from;
        boolean onTop = wanted != null && !wanted.id().equals(was.id());
        List<Replan.NewCall> beginning =
                wanted == null ? List.of() : List.of(new Replan.NewCall(onTop ? null : was.id(), terms(wanted)));
        Set<UUID> ending = onTop ? Set.of() : Set.of(was.id());
        List<Replan.Begun> begun = plans.replan(county.broker(), id, new Replan(cause, from, until, ending, beginning));
        List<LocalDate> days = until == null ? List.of(from) : List.of(from, until);
        orders.amend(care.placement().id(), id, cause, days, begun, clock.instant());
        if (until != null) happened.add("TEMPORARY");
        if (!onTop) care.calls().replaceAll(call -> call == was ? was.between(was.from(), from) : call);
        for (Replan.Begun one : begun) {
            Call call = one.again() ? was : Objects.requireNonNull(wanted);
            LocalDate first = one.again() ? Objects.requireNonNull(until) : from;
            care.calls()
                    .add(new Call(
                            one.call(),
                            call.days(),
                            call.opens(),
                            call.closes(),
                            call.minutes(),
                            call.workers(),
                            first,
                            one.again() || until == null ? EVER : until));
        }
    }

    /** None where the call stops; with a key of its own where it comes on top. */
    private @Nullable Call wanted(Call was, int open) {
        return switch (random.nextInt(7)) {
            case 0 -> {
                if (open < 3) yield longer(was);
                happened.add("STOPPED");
                yield null;
            }
            case 1 -> {
                happened.add(was.workers() == 1 ? "DOUBLE_UP_ON" : "DOUBLE_UP_OFF");
                yield with(was, was.days(), was.opens(), was.closes(), was.minutes(), 3 - was.workers());
            }
            case 2 -> {
                happened.add("OTHER_TIME");
                yield with(was, was.days(), was.opens().plusMinutes(10), was.closes(), was.minutes(), was.workers());
            }
            case 3 -> {
                happened.add("DAYS");
                String days = List.of("135", "67", "1234567", "2").get(random.nextInt(4));
                yield with(was, days, was.opens(), was.closes(), was.minutes() + 5, was.workers());
            }
            case 4 -> {
                happened.add("SHORTER");
                int minutes = Math.max(30, was.minutes() - 5);
                // Whoever has half an hour already is given it earlier.
                yield with(was, was.days(), was.opens().plusMinutes(5), was.closes(), minutes, was.workers());
            }
            case 5 -> {
                boolean night = random.nextBoolean();
                happened.add(night ? "NIGHT_ON_TOP" : "TEA_ON_TOP");
                LocalTime opens = night ? LocalTime.of(23, 0) : LocalTime.of(16, 0);
                LocalTime closes = night ? LocalTime.of(0, 30) : LocalTime.of(18, 0);
                Call call = new Call(UUID.randomUUID(), "1357", opens, closes, 30, 1 + random.nextInt(2), FIRST, EVER);
                yield call;
            }
            default -> longer(was);
        };
    }

    private Call longer(Call was) {
        happened.add("LONGER");
        int minutes = was.minutes() + 5 * (1 + random.nextInt(6));
        return with(was, was.days(), was.opens(), was.closes(), minutes, was.workers());
    }

    private static Call with(Call was, String days, LocalTime opens, LocalTime closes, int minutes, int workers) {
        return new Call(was.id(), days, opens, closes, minutes, workers, was.from(), was.until());
    }

    private static CallTerms terms(Call call) {
        return new CallTerms(
                call.days(),
                band(call),
                call.opens(),
                call.closes(),
                call.minutes(),
                call.workers(),
                null,
                Tier.DAILY_ESSENTIAL,
                null,
                WorkerGender.ANY,
                "As agreed");
    }

    private static Band band(Call call) {
        return switch (call.opens().getHour()) {
            case 7, 8, 9, 10 -> Band.MORNING;
            case 11, 12, 13, 14, 15 -> call.closes().getHour() <= 15 ? Band.LUNCH : Band.TEA;
            case 16, 17, 18 -> Band.TEA;
            case 23, 0 -> Band.NIGHT;
            default -> Band.BED;
        };
    }

    /** The provider hands it back, another takes all of it over on that day, and the week goes on changing with it. */
    private void transfer(Care care, LocalDate day) {
        PackageId id = care.placement().carePackage().id();
        endings.handBack(
                county.providerC(),
                care.placement().ref(),
                HandbackReason.NO_WORKERS,
                "",
                Zone.dayOf(clock.instant()).plusDays(28));
        PlacementExamples.Accepted next = examples.pending(county, carePackages.facts(id), county.providerB());
        placements.visited(next.provider(), Map.of(next.id(), clock.instant()));
        begins(
                care.placement(),
                care.calls().stream().map(Call::from).min(LocalDate::compareTo).orElseThrow());
        end(care, day, "HANDBACK");
        begins(next, day);
        List<Call> calls = new ArrayList<>(care.calls().stream()
                .filter(call -> call.until().equals(EVER))
                .map(call -> call.between(day, EVER))
                .toList());
        care.endsOn(day);
        Care with = new Care(next, calls, care.stays());
        changes(with, day.plusDays(20), BEYOND);
        transferred.add(with);
    }

    private void handBack(Care care, LocalDate firstDayWithout) {
        end(care, firstDayWithout, "HANDBACK");
        care.endsOn(firstDayWithout);
    }

    /** Of that day's calls those are owed whose time was over by then. */
    private void die(Care care, LocalDateTime at) {
        jdbc.sql("""
                insert into carepackages.status_event (care_package_id, status, effective_at, by_account, by_name, reason, locality,
                    user_minutes_week, carer_minutes_week)
                values (:package, 'ENDED', :at, :by, 'A', 'DIED', null, 0, 0)""")
                .param("package", care.placement().carePackage().id().value())
                .param("at", Timestamp.from(at.atZone(Zone.LONDON).toInstant()))
                .param("by", county.broker().userId())
                .update();
        end(care, at.toLocalDate().plusDays(1), "DIED");
        care.endsOn(at.toLocalDate().plusDays(1));
        care.stays().add(new Stay(at, BEYOND.plusYears(1).atStartOfDay()));
    }

    private void end(Care care, LocalDate firstDayWithout, String why) {
        jdbc.sql(
                        "update placements.placement set status = 'ENDED', ended_on = ?, end_reason = ?, ended_by = ? where id = ?")
                .params(
                        firstDayWithout,
                        why,
                        county.broker().userId(),
                        care.placement().id())
                .update();
    }

    /** A call that was called off is saved, a visit besides is taken from what is there, as far as it goes. */
    private void save(LocalDate day, String kind, int minutes) {
        Care care = all.get(1);
        LocalDate agreed = FIRST.plusDays(30);
        if (day.isBefore(agreed)) return;
        LocalDate block = agreed.plusDays(ChronoUnit.DAYS.between(agreed, day) / 91 * 91);
        int there = left.getOrDefault(block, 0);
        if (kind.equals("USED") && there < minutes) return;
        if (left.isEmpty())
            jdbc.sql("""
                    insert into visits.flexible_agreement (care_package_id, from_on, mode, at_end, by_account, by_name)
                    values (?, ?, 'BANK', 'EXPIRES', ?, 'A')""")
                    .params(
                            care.placement().carePackage().id().value(),
                            agreed,
                            county.broker().userId())
                    .update();
        left.put(block, there + (kind.equals("USED") ? -minutes : minutes));
        jdbc.sql("""
                insert into visits.time_entry (care_package_id, placement_id, block_from, kind, day, minutes, reason, by_account, by_name)
                values (?, ?, ?, ?, ?, ?, 'Visitors', ?, 'A')""")
                .params(
                        care.placement().carePackage().id().value(),
                        care.placement().id(),
                        block,
                        kind,
                        day,
                        minutes,
                        county.providerC().userId())
                .update();
    }

    /** Three months, each day entered and one in ten entered anew. */
    private void bridge() {
        EpisodeRef ref = bridging.active(county, packages.approved(county, "newtown"));
        for (LocalDate day = LocalDate.of(YEAR, 2, 1); day.getMonthValue() < 5; day = day.plusDays(1)) {
            for (int time = random.nextInt(10) == 0 ? 2 : 1; time > 0; time--) {
                int user = 10 + random.nextInt(100);
                int carer = user * (1 + random.nextInt(2));
                int taken = random.nextInt(carer);
                jdbc.sql("""
                        insert into bridging.actual (episode_id, day, user_minutes, carer_minutes, enablement_minutes_displaced,
                            recorded_by, superseded_at)
                        select id, :day, :user, :carer, :taken, requested_by, case when :over then clock_timestamp() end
                        from bridging.episode where ref = :ref""")
                        .param("day", day)
                        .param("user", user)
                        .param("carer", carer)
                        .param("taken", taken)
                        .param("over", time > 1)
                        .param("ref", ref.value())
                        .update();
                if (time > 1) continue;
                bridged.merge(YearMonth.from(day), new Sum(user, carer), Sum::plus);
                displaced.merge(YearMonth.from(day), (long) taken, Long::sum);
            }
        }
    }

    private void live(Care care, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        for (Call call : care.calls()) {
            if (!call.on(day) || care.suspended(day, call)) continue;
            add(of(care).planned(), month, call.minutes(), call.workers());
            int fate = random.nextInt(100);
            int minutes = Math.max(5, call.minutes() - 10 + random.nextInt(20));
            int workers = call.workers() == 2 && random.nextInt(20) == 0 ? 1 : call.workers();
            if (fate < 88)
                visit(
                        care,
                        day,
                        day.atTime(call.opens()).plusMinutes(random.nextInt(40)),
                        minutes,
                        workers,
                        "DELIVERED");
            else if (fate < 91) visit(care, day, null, 0, workers, "MISSED");
            else if (fate < 95) {
                visit(care, day, null, 0, workers, "CANCELLED_BY_PERSON");
                if (care == all.get(1)) save(day, "SAVED", call.minutes());
            }
        }
        int besides = 10 + random.nextInt(20);
        if (random.nextInt(30) == 0 && care.calls().stream().anyMatch(call -> call.inForce(day))) {
            visit(care, day, day.atTime(14, 10), besides, 1, "UNPLANNED");
            if (care == all.get(1)) save(day, "USED", besides);
        }
        if (!day.plusDays(1).isBefore(BEYOND) || day.getDayOfMonth() == month.lengthOfMonth()) commission(care, month);
    }

    /** A seventh of the week for each day that is not spent away, rounded once for the month. */
    private void commission(Care care, YearMonth month) {
        long user = 0;
        long carer = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            if (care.awayAllDay(day)) continue;
            for (Call call : care.calls())
                if (call.inForce(day)) {
                    user += (long) call.minutes() * call.days().length();
                    carer += (long) call.minutes() * call.days().length() * call.workers();
                }
        }
        if (user > 0)
            of(care).commissioned().merge(month, new Sum(Math.round(user / 7.0), Math.round(carer / 7.0)), Sum::plus);
    }

    private void visit(Care care, LocalDate day, @Nullable LocalDateTime at, int minutes, int workers, String status) {
        if (minutes > 0) add(of(care).delivered(), YearMonth.from(day), minutes, workers);
        Instant start = at == null ? null : at.atZone(Zone.LONDON).toInstant();
        written.add(new Object[] {
            "YEAR-" + number++,
            day,
            start == null ? null : Timestamp.from(start),
            start == null ? null : Timestamp.from(start.plus(Duration.ofMinutes(minutes))),
            workers,
            status,
            minutes,
            care.placement().provider().userId(),
            care.placement().id()
        });
    }

    /** Many in one statement, as files come. */
    private void write() {
        for (int from = 0; from < written.size(); from += VISITS_AT_ONCE) {
            List<Object[]> some = written.subList(from, Math.min(written.size(), from + VISITS_AT_ONCE));
            String row =
                    "(cast(? as text), cast(? as date), cast(? as timestamptz), cast(? as timestamptz), cast(? as int),"
                            + " cast(? as text), cast(? as int), cast(? as uuid), cast(? as uuid))";
            template.update(
                    """
                    insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality, kind,
                        visit_date, actual_start, actual_end, workers, status, user_minutes, recorded_by, recorded_at)
                    select p.provider_id, w.id, p.id, p.care_package_id, p.person_id, p.locality, 'AGENCY', w.day, w.began, w.ended,
                        w.workers, w.status, w.minutes, w.told_by, clock_timestamp()
                    from (values $rows) w (id, day, began, ended, workers, status, minutes, told_by, placement)
                    join placements.placement p on p.id = w.placement""".replace("$rows", String.join(", ", Collections.nCopies(some.size(), row))),
                    some.stream().flatMap(Arrays::stream).toArray());
        }
    }

    /** One in fifteen said something else at first, and one in ten of those twice: both ways the sums follow. */
    private void correct() {
        Set<Integer> corrected = new HashSet<>();
        for (int i = 0; i < written.size() / 15; i++) corrected.add(random.nextInt(written.size()));
        for (int one : corrected) {
            Object[] was = written.get(one);
            if (!was[5].equals("DELIVERED")) continue;
            int times = random.nextInt(10) == 0 ? 2 : 1;
            for (int time = 0; time < times; time++) correct(was);
        }
    }

    private void correct(Object[] was) {
        if (!was[5].equals("DELIVERED")) return;
        Clocks sums = byProvider.get(providerOf.get((UUID) was[8]));
        add(sums.delivered(), YearMonth.from((LocalDate) was[1]), -(int) was[6], (int) was[4]);
        jdbc.sql(
                        "update visits.visit set superseded_at = clock_timestamp() where provider_visit_id = ? and superseded_at is null")
                .param(was[0])
                .update();
        Instant start = ((Timestamp) was[2]).toInstant();
        switch (random.nextInt(5)) {
            case 0 -> was[4] = 3 - (int) was[4];
            case 1 -> {
                LocalDate day = ((LocalDate) was[1]).plusDays(random.nextInt(61) - 30);
                if (day.getYear() == YEAR) {
                    start = start.plus(Duration.ofDays(ChronoUnit.DAYS.between((LocalDate) was[1], day)));
                    was[1] = day;
                }
            }
            case 2 -> was[5] = "MISSED";
            default -> was[6] = 5 + random.nextInt(90);
        }
        if (was[5].equals("MISSED")) {
            was[2] = null;
            was[3] = null;
            was[6] = 0;
        } else {
            was[2] = Timestamp.from(start);
            was[3] = Timestamp.from(start.plus(Duration.ofMinutes((int) was[6])));
            add(sums.delivered(), YearMonth.from((LocalDate) was[1]), (int) was[6], (int) was[4]);
        }
        jdbc.sql("""
                insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality, kind,
                    visit_date, actual_start, actual_end, workers, status, user_minutes, recorded_by, recorded_at)
                select p.provider_id, ?, p.id, p.care_package_id, p.person_id, p.locality, 'AGENCY', ?, ?, ?, ?, ?, ?, ?, clock_timestamp()
                from placements.placement p where p.id = ?""").params(was).update();
    }

    /** Typed by the provider: half past midnight to half past two, an hour shorter in March and longer in October. */
    private void nights() {
        for (LocalDate night :
                List.of(LocalDate.of(YEAR, 3, 28), LocalDate.of(YEAR, 10, 31), LocalDate.of(YEAR, 11, 2))) {
            Care care = all.getFirst();
            Duration stayed = Duration.between(
                    night.atTime(0, 30).atZone(Zone.LONDON), night.atTime(2, 30).atZone(Zone.LONDON));
            add(of(care).delivered(), YearMonth.from(night), stayed.toMinutes(), 2);
            assertThat(mvc.post()
                            .uri("/en/visits/new")
                            .param(
                                    "packageRef",
                                    care.placement().carePackage().ref().value())
                            .param("date.day", "" + night.getDayOfMonth())
                            .param("date.month", "" + night.getMonthValue())
                            .param("date.year", "" + YEAR)
                            .param("actualStart", "00:30")
                            .param("actualEnd", "02:30")
                            .param("workers", "2")
                            .param("status", "DELIVERED")
                            .with(as(county.providerC()))
                            .with(csrf()))
                    .hasStatus(302);
        }
    }

    private Sum raw(Actor provider, YearMonth month) {
        return sum(
                "select coalesce(sum(user_minutes), 0), coalesce(sum(user_minutes * workers), 0) from visits.visit where provider_id = ? and visit_date >= ? and visit_date < ? and superseded_at is null and status in ('DELIVERED', 'UNPLANNED')",
                provider.organisation(),
                month.atDay(1),
                month.plusMonths(1).atDay(1));
    }

    private Sum rolledUp(Actor provider, String period, LocalDate from, LocalDate beyond) {
        return sum(
                "select coalesce(sum(user_minutes), 0), coalesce(sum(carer_minutes), 0) from visits.delivered_area where provider_id = ? and period = ? and starts_on >= ? and starts_on < ?",
                provider.organisation(),
                period,
                from,
                beyond);
    }

    private Sum callsOf(Actor provider, YearMonth month) {
        return sum(
                "select coalesce(sum(minutes), 0), coalesce(sum(minutes * workers), 0) from placements.report_calls_on(?, ?) where provider_id = ? and not suspended",
                month.atDay(1),
                month.atEndOfMonth(),
                provider.organisation());
    }

    /** By the base rows: a seventh of each call for each day on which it is agreed and nobody is away from midnight to midnight. */
    private Sum agreedOf(Actor provider, YearMonth month) {
        return sum("""
                select coalesce(sum(round(m.user_minutes / 7.0)), 0), coalesce(sum(round(m.carer_minutes / 7.0)), 0) from (
                    select p.id, sum(l.minutes * length(l.days)) as user_minutes, sum(l.minutes * length(l.days) * l.workers) as carer_minutes
                    from placements.placement p
                    join placements.placement_line o on o.placement_id = p.id
                    join carepackages.call_line l on l.id = o.call_line_id
                    cross join lateral generate_series(cast(? as timestamp), cast(? as timestamp), interval '1 day') d (day)
                    where p.provider_id = ? and d.day >= p.agreed_start and d.day < coalesce(p.ended_on, 'infinity')
                      and d.day >= coalesce(l.from_on, '-infinity') and d.day < coalesce(l.until_on, 'infinity')
                      and not exists (select from carepackages.absence a where a.care_package_id = p.care_package_id
                        and a.away_at <= d.day at time zone 'Europe/London'
                        and a.back_at >= (d.day + interval '1 day') at time zone 'Europe/London')
                    group by p.id) m""", month.atDay(1), month.atEndOfMonth(), provider.organisation());
    }

    private Sum sum(String sql, Object... values) {
        return jdbc.sql(sql)
                .params(values)
                .query((row, n) -> new Sum(row.getLong(1), row.getLong(2)))
                .single();
    }

    private Clocks of(Care care) {
        providerOf.put(care.placement().id(), care.placement().provider());
        return of(care.placement().provider());
    }

    private Clocks of(Actor provider) {
        return byProvider.computeIfAbsent(provider, one -> new Clocks());
    }

    private String today() {
        return Zone.dayOf(clock.instant()).toString();
    }

    private PeriodForm period(Actor provider, String from, String to, String by) {
        return new PeriodForm(from, to, by, null, null, provider.organisation().toString());
    }

    private static void add(Map<YearMonth, Sum> sums, YearMonth month, long minutes, int workers) {
        sums.merge(month, Sum.NONE.plus(minutes, workers), Sum::plus);
    }

    private static Sum sum(Map<YearMonth, Sum> sums, YearMonth month) {
        return sums.getOrDefault(month, Sum.NONE);
    }
}
