package cymru.pontio.kernel;

/** A length of care in whole minutes. It does not know its basis: pair it, as {@link WeeklyHours} does. */
public record CareHours(int minutes) implements Comparable<CareHours> {
    public static final CareHours NONE = new CareHours(0);

    public CareHours {
        if (minutes < 0) throw new IllegalArgumentException("care cannot last less than nothing: " + minutes);
    }

    public CareHours plus(CareHours more) {
        return new CareHours(minutes + more.minutes);
    }

    @Override
    public int compareTo(CareHours other) {
        return Integer.compare(minutes, other.minutes);
    }
}
