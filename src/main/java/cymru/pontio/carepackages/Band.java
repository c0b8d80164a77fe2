package cymru.pontio.carepackages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** When in the day a call falls. A night belongs to the day on which its evening is. */
public enum Band {
    MORNING(6, 11),
    LUNCH(11, 15),
    TEA(15, 19),
    BED(19, 23),
    NIGHT(23, 6);

    private static final LocalTime NIGHT_OVER = LocalTime.of(6, 0);

    private final LocalTime from;
    private final LocalTime until;

    Band(int from, int until) {
        this.from = LocalTime.of(from, 0);
        this.until = LocalTime.of(until, 0);
    }

    /** When a call begins at the earliest, where no window is agreed. As {@code carepackages.band_start}. */
    public LocalTime from() {
        return from;
    }

    /** When it begins at the latest, where no window is agreed. As {@code carepackages.band_end}. */
    public LocalTime until() {
        return until;
    }

    /** When a time of this part of a day is: at night, up to six in the morning, on the next day. */
    public LocalDateTime at(LocalDate day, LocalTime time) {
        return (nextDay(time) ? day.plusDays(1) : day).atTime(time);
    }

    public boolean nextDay(@Nullable LocalTime time) {
        return this == NIGHT && time != null && !time.isAfter(NIGHT_OVER);
    }

    /** Whether the second time is after the first. */
    public boolean inOrder(LocalTime from, LocalTime until) {
        return at(LocalDate.EPOCH, from).isBefore(at(LocalDate.EPOCH, until));
    }
}
