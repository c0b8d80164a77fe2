package cymru.pontio.demo;

/**
 * What is known or wanted of each month, 0 being September 2023. The figures of months 0 and 23 are a council's published
 * ones; those between are invented: uneven growth that winters slow, a waiting list that winters lengthen.
 */
record Plot(DemoSize size) {
    /** The film starts a few months early, so that September 2023 has queues with a past. */
    static final int PRELUDE = -5;

    static final int FIRST = 0;
    static final int LAST = 23;

    private static final int[] PEOPLE = {
        471, 477, 484, 486, 484, 489, 497, 506, 515, 521, 529, 536, 544, 551, 557, 558, 555, 561, 569, 579, 588, 594,
        602, 609
    };

    int people(int month) {
        if (month < FIRST) return ofPeople(PEOPLE[FIRST] + 3 * month);
        if (month <= LAST) return ofPeople(PEOPLE[month]);
        return ofPeople(PEOPLE[LAST] + 45 * (1 - StrictMath.exp((LAST - month) / 12.0)) - winter(month) * 0.6);
    }

    /** On the last day, without cover, in hospital or met in part. */
    int waiting(int month) {
        return ofQueue(falling(month, 109, 47, 44) + winter(month));
    }

    int bridged(int month) {
        return ofQueue(falling(month, 38, 14, 12) + winter(month) / 3);
    }

    int held(int month) {
        return ofQueue(falling(month, 8, 4, 4));
    }

    /** Minutes of care in the month from an average of hours a week, exact before rounding to a minute. */
    long minutes(int month) {
        double hours = size.ofPeople(month == FIRST ? 6_794 : 9_368);
        return Math.round(hours * 60 * (At.firstDay(month + 1) - At.firstDay(month)) / 7);
    }

    private static double falling(int month, double first, double last, double after) {
        if (month <= LAST) return first * StrictMath.pow(last / first, month / (double) LAST);
        return after + (last - after) * StrictMath.exp((LAST - month) / 6.0);
    }

    private static double winter(int month) {
        return switch (At.calendarMonth(month)) {
            case 12 -> 5;
            case 1 -> 10;
            case 2 -> 7;
            case 3 -> 3;
            default -> 0;
        };
    }

    private int ofPeople(double figure) {
        return (int) Math.round(size.ofPeople(figure));
    }

    private int ofQueue(double figure) {
        return (int) Math.round(size.ofQueue(figure));
    }
}
