package cymru.pontio.demo;

/**
 * One call of a weekly plan.
 *
 * @param days bit 0 is Monday
 * @param start planned minute of the day
 */
record Call(Band band, int days, int start, int minutes, int workers, boolean timeCritical) {
    static final int EVERY_DAY = 0b111_1111;

    /** When it falls; far enough apart that the latest carer has left before the earliest next one comes. */
    enum Band {
        MORNING(7 * 60, 105),
        LUNCH(12 * 60, 45),
        TEA(16 * 60 + 15, 45),
        BED(20 * 60, 60);

        final int from;
        final int spread;

        Band(int from, int spread) {
            this.from = from;
            this.spread = spread;
        }
    }

    boolean on(int day) {
        return (days >> (At.weekday(day) - 1) & 1) == 1;
    }

    /** Digits of the week, Monday is 1. */
    String weekdays() {
        StringBuilder digits = new StringBuilder(7);
        for (int i = 0; i < 7; i++) if ((days >> i & 1) == 1) digits.append(i + 1);
        return digits.toString();
    }

    int userMinutesWeek() {
        return minutes * Integer.bitCount(days);
    }

    int carerMinutesWeek() {
        return userMinutesWeek() * workers;
    }

    Call lasting(int newMinutes) {
        return new Call(band, days, start, newMinutes, workers, timeCritical);
    }
}
