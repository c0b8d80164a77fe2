package cymru.pontio.providers.capacity;

import java.time.LocalTime;

/** When in the day a call begins. */
public enum PartOfDay {
    MORNING(LocalTime.of(6, 0)),
    LUNCH(LocalTime.of(11, 0)),
    TEA(LocalTime.of(15, 0)),
    BED(LocalTime.of(19, 0)),
    NIGHT(LocalTime.of(23, 0));

    private final LocalTime from;

    PartOfDay(LocalTime from) {
        this.from = from;
    }

    public LocalTime from() {
        return from;
    }

    /** For a call whose time was agreed by the clock; until six in the morning it is still night. */
    public static PartOfDay of(LocalTime start) {
        PartOfDay part = NIGHT;
        for (PartOfDay next : values()) if (!start.isBefore(next.from)) part = next;
        return part;
    }
}
