package cymru.pontio.providers.capacity;

import java.util.Comparator;

/**
 * One kind of spare hour. Hours of one slot never stand in for those of another.
 *
 * @param locality code of the patch
 * @param workers one, or two at once
 */
public record Slot(String locality, PartOfDay part, int workers) implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::locality).thenComparing(Slot::part).thenComparing(Slot::workers);

    public Slot {
        if (workers != 1 && workers != 2) throw new IllegalArgumentException("one worker or two: " + workers);
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
