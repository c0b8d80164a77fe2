package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.carepackages.CallTerms;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call as typed: whether it is offered, and at what other time if not as asked. */
record LineForm(Boolean offered, String from, String until) {
    private static final String TIME_OR_NOTHING = "|([01]?\\d|2[0-3])[:.][0-5]\\d";

    LineForm(@Nullable Boolean offered, @Nullable String from, @Nullable String until) {
        this.offered = Boolean.TRUE.equals(offered);
        this.from = from == null ? "" : from.strip();
        this.until = until == null ? "" : until.strip();
    }

    static LineForm blank() {
        return new LineForm(false, "", "");
    }

    static LineForm of(BidLine line) {
        return new LineForm(true, text(line.from()), text(line.until()));
    }

    boolean hasWindow() {
        return !from.isEmpty() || !until.isEmpty();
    }

    static boolean isTimeOrNothing(String typed) {
        return typed.matches(TIME_OR_NOTHING);
    }

    /** Two ends, and the second after the first or, at night, on the next day; what is not a time has its own sentence. */
    boolean hasWrongWindow(AdvertLine asked) {
        if (from.isEmpty() != until.isEmpty()) return true;
        LocalTime begin = time(from);
        LocalTime end = time(until);
        if (begin == null || end == null) return false;
        return !asked.band().inOrder(begin, end) || !CallTerms.overByMorning(asked.band(), end, asked.minutes());
    }

    BidLine toLine(UUID advertLine) {
        return new BidLine(advertLine, time(from), time(until));
    }

    private static @Nullable LocalTime time(String typed) {
        if (typed.isEmpty() || !isTimeOrNothing(typed)) return null;
        String[] parts = typed.split("[:.]", 2);
        return LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static String text(@Nullable LocalTime time) {
        return time == null ? "" : time.toString();
    }
}
