package cymru.pontio.demo;

import cymru.pontio.demo.Call.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a person needs: mostly two to four calls a day of half an hour to an hour. */
final class Needs {
    private static final List<List<Band>> DAYS = List.of(
            List.of(Band.MORNING),
            List.of(Band.MORNING, Band.BED),
            List.of(Band.MORNING, Band.LUNCH, Band.TEA),
            List.of(Band.MORNING, Band.LUNCH, Band.BED),
            List.of(Band.MORNING, Band.LUNCH, Band.TEA, Band.BED));
    private static final int WORKING_WEEK = 0b001_1111;
    private static final int[] LENGTHS = {15, 30, 45, 60, 90};

    private Needs() {}

    /** @param month later people need a little more: those with small needs are helped otherwise */
    static List<Call> calls(SplittableRandom dice, boolean doubleHanded, int month) {
        boolean later = month > 0;
        List<Band> bands = doubleHanded
                ? DAYS.getLast()
                : DAYS.get(later ? Dice.weighted(dice, 5, 17, 16, 14, 48) : Dice.weighted(dice, 8, 21, 15, 13, 43));
        int days = !doubleHanded && bands.size() == 1 && Dice.chance(dice, 300) ? WORKING_WEEK : Call.EVERY_DAY;
        List<Call> calls = new ArrayList<>();
        for (Band band : bands) calls.add(call(dice, band, days, doubleHanded, later));
        return calls;
    }

    private static Call call(SplittableRandom dice, Band band, int days, boolean doubleHanded, boolean later) {
        int start = band.from + 15 * dice.nextInt(band.spread / 15 + 1);
        int more = later ? 6 : 0;
        int length = band == Band.MORNING
                ? Dice.weighted(dice, 0, 20 - more, 42, 32, 6 + more)
                : Dice.weighted(dice, doubleHanded ? 0 : 6, 48 - more, 32, 12 + more, 2);
        return new Call(band, days, start, LENGTHS[length], doubleHanded ? 2 : 1, Dice.chance(dice, 80));
    }
}
