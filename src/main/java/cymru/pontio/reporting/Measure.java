package cymru.pontio.reporting;

import cymru.pontio.kernel.NotFound;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the council and its providers are measured by. Each is a list of cases, and its figure is nothing but the sum, share
 * or spread of that list; so the list behind a figure always adds up to it.
 */
enum Measure {
    HOURS_COMMISSIONED(Source.COMMISSIONED, Shape.HOURS),
    DELIVERED_OF_COMMISSIONED(Source.COMMISSIONED, Shape.USER_HOURS),
    DELIVERED_OF_COMMISSIONED_CAPPED(Source.COMMISSIONED, Shape.USER_HOURS),
    CARERS_OF_COMMISSIONED(Source.COMMISSIONED, Shape.CARER_HOURS),
    CARERS_OF_COMMISSIONED_CAPPED(Source.COMMISSIONED, Shape.CARER_HOURS),
    HOURS_AGENCY(Source.DELIVERED, Shape.HOURS),
    HOURS_INHOUSE(Source.DELIVERED, Shape.HOURS),
    HOURS_BRIDGING(Source.BRIDGING_DAYS, Shape.HOURS),
    HOURS_ENABLEMENT(Source.ENABLEMENT, Shape.HOURS),
    PEOPLE_SUPPORTED(Source.DELIVERED, Shape.PEOPLE),
    WAITING(Source.WAITING, Shape.COUNT),
    DAYS_WAITING(Source.WAITING, Shape.SPREAD),
    DAYS_WAITING_NET(Source.WAITING, Shape.SPREAD),
    TIME_TO_SOURCE(Source.TIME_TO_SOURCE, Shape.SPREAD),
    TIME_TO_SOURCE_WORKING(Source.TIME_TO_SOURCE, Shape.WORKING_HOURS),
    TIME_TO_START(Source.TIME_TO_START, Shape.SPREAD),
    STARTED_ON_TIME(Source.STARTS, Shape.SHARE),
    STARTED_WITHIN_A_WEEK(Source.STARTS, Shape.SHARE),
    FAILED_STARTS(Source.STARTS, Shape.SHARE),
    OFFERS_NOT_TAKEN(Source.OFFERS, Shape.SHARE),
    OFFERS_WITHDRAWN(Source.OFFERS, Shape.SHARE),
    HANDBACKS(Source.HANDBACKS, Shape.SHARE),
    HANDBACK_HOURS(Source.HANDBACKS, Shape.USER_HOURS),
    BRIDGED_DAYS(Source.BRIDGED_DAYS, Shape.SPREAD),
    ENABLEMENT_DISPLACED(Source.BRIDGING_DAYS, Shape.CARERS),
    CALLS_MISSED(Source.READINGS, Shape.SHARE),
    CALLS_MISSED_BY_PROVIDER(Source.READINGS, Shape.SHARE),
    CALLS_NOT_REPORTED(Source.READINGS, Shape.SHARE),
    ESSENTIALS_MISSED(Source.READINGS, Shape.SHARE),
    PUNCTUAL_CRITICAL(Source.READINGS, Shape.SHARE),
    PUNCTUAL_OTHERS(Source.READINGS, Shape.SHARE),
    SHORT_VISITS(Source.READINGS, Shape.SHARE),
    SAME_WORKERS(Source.WORKERS, Shape.SHARE),
    WORKERS_PER_PERSON(Source.WORKERS, Shape.WORKERS),
    RECORDED_ELECTRONICALLY(Source.DELIVERED, Shape.SHARE),
    RECORDED_ON_PAPER(Source.DELIVERED, Shape.SHARE),
    CHANGES_IN_TIME(Source.CHANGES, Shape.SHARE),
    DECREASES_IN_TIME(Source.CHANGES, Shape.SHARE);

    /** A file in {@code sql/measures} with the cases of one or more measures, which are read together. */
    enum Source {
        COMMISSIONED,
        DELIVERED,
        BRIDGING_DAYS(false),
        ENABLEMENT(false),
        WAITING(false),
        TIME_TO_SOURCE,
        TIME_TO_START,
        STARTS,
        OFFERS,
        HANDBACKS,
        BRIDGED_DAYS(false),
        READINGS,
        WORKERS,
        CHANGES;

        private final boolean byProvider;

        Source() {
            this(true);
        }

        /** @param byProvider whether its cases belong to a provider, who may then read its own */
        Source(boolean byProvider) {
            this.byProvider = byProvider;
        }

        boolean byProvider() {
            return byProvider;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT) + ".sql";
        }
    }

    enum Shape {
        /** User hours and carer hours in the period, never added. */
        HOURS,
        /** Carer hours in the period alone: nobody was there to receive them. */
        CARERS,
        /** Distinct people in the period. */
        PEOPLE,
        /** Cases on the day. */
        COUNT,
        /** Cases that meet the test, of all cases. */
        SHARE,
        /** User minutes that meet the test, of all user minutes. */
        USER_HOURS,
        /** Carer minutes that meet the test, of all carer minutes. */
        CARER_HOURS,
        /** Days: the middle, the ninetieth of a hundred, the mean and the longest. */
        SPREAD,
        /** Hours of the council’s working time: the same. */
        WORKING_HOURS,
        /** Workers for each person: the same. */
        WORKERS;

        /** Whether cases and those that count are minutes. */
        public boolean minutes() {
            return this == USER_HOURS || this == CARER_HOURS;
        }

        public boolean spread() {
            return this == SPREAD || this == WORKING_HOURS || this == WORKERS;
        }
    }

    private final Source source;
    private final Shape shape;

    Measure(Source source, Shape shape) {
        this.source = source;
        this.shape = shape;
    }

    Source source() {
        return source;
    }

    public Shape shape() {
        return shape;
    }

    /** Whether its cases belong to a provider, who may then read its own. */
    public boolean byProvider() {
        return source.byProvider();
    }

    /** Whether it can be told as it was known at an earlier moment: whether what it is made of says since when it was known. */
    public boolean asKnown() {
        return source != Source.ENABLEMENT;
    }

    /** Whether its minutes are those commissioned and those delivered. */
    public boolean ofCommissioned() {
        return source == Source.COMMISSIONED;
    }

    /** Whether its cases say for what reason. */
    public boolean saysWhy() {
        return source == Source.HANDBACKS;
    }

    /** Counted on one day rather than over a period. */
    public boolean onADay() {
        return source == Source.WAITING;
    }

    /** From what came of each call, which is known from a day on only. */
    public boolean fromReadings() {
        return source == Source.READINGS;
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
