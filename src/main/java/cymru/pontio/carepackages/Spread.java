package cymru.pontio.carepackages;

import java.util.List;

/**
 * How long people wait, in whole days.
 *
 * @param median the middle one; of two in the middle the longer
 * @param ninetieth nine of ten wait no longer
 */
record Spread(int median, int ninetieth, int longest) {
    static Spread of(List<Integer> days) {
        List<Integer> sorted = days.stream().sorted().toList();
        if (sorted.isEmpty()) return new Spread(0, 0, 0);
        int ninetieth = (int) Math.ceil(sorted.size() * 0.9) - 1;
        return new Spread(sorted.get(sorted.size() / 2), sorted.get(ninetieth), sorted.getLast());
    }
}
