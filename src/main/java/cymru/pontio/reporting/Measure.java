package cymru.pontio.reporting;

import cymru.pontio.kernel.NotFound;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the council and its providers are measured by. Each is a list of cases in {@code sql/measures}, and its figure is
 * nothing but the sum, share or spread of that list; so the list behind a figure always adds up to it.
 */
enum Measure {
    HOURS_COMMISSIONED(Shape.HOURS),
    DELIVERED_OF_COMMISSIONED(Shape.USER_HOURS),
    DELIVERED_OF_COMMISSIONED_CAPPED(Shape.USER_HOURS),
    CARERS_OF_COMMISSIONED(Shape.CARER_HOURS),
    CARERS_OF_COMMISSIONED_CAPPED(Shape.CARER_HOURS),
    HOURS_AGENCY(Shape.HOURS),
    HOURS_INHOUSE(Shape.HOURS),
    HOURS_BRIDGING(Shape.HOURS, false),
    HOURS_ENABLEMENT(Shape.HOURS, false),
    PEOPLE_SUPPORTED(Shape.PEOPLE),
    WAITING(Shape.COUNT, false),
    DAYS_WAITING(Shape.SPREAD, false),
    DAYS_WAITING_NET(Shape.SPREAD, false),
    TIME_TO_SOURCE(Shape.SPREAD),
    TIME_TO_START(Shape.SPREAD),
    STARTED_ON_TIME(Shape.SHARE),
    STARTED_WITHIN_A_WEEK(Shape.SHARE),
    FAILED_STARTS(Shape.SHARE),
    OFFERS_NOT_TAKEN(Shape.SHARE),
    OFFERS_WITHDRAWN(Shape.SHARE),
    HANDBACKS(Shape.SHARE),
    BRIDGED_DAYS(Shape.SPREAD, false),
    ENABLEMENT_DISPLACED(Shape.HOURS, false),
    CALLS_MISSED(Shape.SHARE),
    CALLS_MISSED_BY_PROVIDER(Shape.SHARE),
    CALLS_NOT_REPORTED(Shape.SHARE),
    ESSENTIALS_MISSED(Shape.SHARE),
    PUNCTUAL_CRITICAL(Shape.SHARE),
    PUNCTUAL_OTHERS(Shape.SHARE),
    SHORT_VISITS(Shape.SHARE),
    SAME_WORKERS(Shape.SHARE),
    WORKERS_PER_PERSON(Shape.WORKERS),
    RECORDED_ELECTRONICALLY(Shape.SHARE),
    RECORDED_ON_PAPER(Shape.SHARE),
    CHANGES_IN_TIME(Shape.SHARE),
    DECREASES_IN_TIME(Shape.SHARE);

    enum Shape {
        /** User hours and carer hours in the period, never added. */
        HOURS,
        /** Distinct people in the period. */
        PEOPLE,
        /** Cases on the day. */
        COUNT,
        /** Cases that meet the test, of all cases. */
        SHARE,
        /** User minutes given, of those that were commissioned. */
        USER_HOURS,
        /** Carer minutes given, of those that were commissioned. */
        CARER_HOURS,
        /** Days: the middle, the ninetieth of a hundred, the mean and the longest. */
        SPREAD,
        /** Workers for each person: the same. */
        WORKERS;

        /** Whether cases and those that count are minutes. */
        public boolean minutes() {
            return this == USER_HOURS || this == CARER_HOURS;
        }

        public boolean spread() {
            return this == SPREAD || this == WORKERS;
        }
    }

    private static final Set<Measure> KNOWN =
            EnumSet.of(HOURS_AGENCY, HOURS_INHOUSE, PEOPLE_SUPPORTED, WAITING, DAYS_WAITING, DAYS_WAITING_NET);

    private static final Set<Measure> FROM_READINGS = EnumSet.of(
            CALLS_MISSED,
            CALLS_MISSED_BY_PROVIDER,
            CALLS_NOT_REPORTED,
            ESSENTIALS_MISSED,
            PUNCTUAL_CRITICAL,
            PUNCTUAL_OTHERS,
            SHORT_VISITS);

    private final Shape shape;
    private final boolean byProvider;

    Measure(Shape shape) {
        this(shape, true);
    }

    /** @param byProvider whether its cases belong to a provider, who may then read its own */
    Measure(Shape shape, boolean byProvider) {
        this.shape = shape;
        this.byProvider = byProvider;
    }

    public Shape shape() {
        return shape;
    }

    public boolean byProvider() {
        return byProvider;
    }

    /** Counted on one day rather than over a period. */
    public boolean onADay() {
        return this == WAITING || this == DAYS_WAITING || this == DAYS_WAITING_NET;
    }

    /** Whether it can be told as it was known on an earlier day, because nothing of what it is made of was written over. */
    public boolean asKnown() {
        return KNOWN.contains(this);
    }

    /** From what came of each call, which is known from a day on only. */
    public boolean fromReadings() {
        return FROM_READINGS.contains(this);
    }

    /** Whether no more counts as given, of a package in a month, than was commissioned. */
    boolean capped() {
        return this == DELIVERED_OF_COMMISSIONED_CAPPED || this == CARERS_OF_COMMISSIONED_CAPPED;
    }

    /** The name of the file with its cases; what was given of what was commissioned is one list, counted in four ways. */
    String file() {
        return (shape.minutes() ? DELIVERED_OF_COMMISSIONED : this).name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in an address: days-waiting. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Measure of(String path) {
        return Arrays.stream(values())
                .filter(measure -> measure.path().equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
