package cymru.pontio.matching.plan;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * What some packages can come to in the hours of one part of a provider, for every number of minutes of its week: dynamic
 * programming over the hours used, package by package. Of two fillings that use the same hours only the better is kept,
 * and none that cannot come to more than a floor, once the hours it leaves empty and the packages it leaves out are paid
 * for at the prices of hours (label setting with bounds; Desrosiers and Lübbecke, “A Primer in Column Generation”, 2005).
 * Where there would be too many, the floor rises. The best of all that was dropped stands for it, so that what comes out is
 * never less than the truth.
 */
final class Fillings {
    private static final int NONE = -1;
    private static final int SMALL = 1 << 8;

    /** How each filling that was ever made came about. */
    private int[] before = new int[1 << 10];

    private int[] item = new int[1 << 10];
    private int made;

    /** Those that are live lie side by side, because all are looked at for each choice. */
    private long[] hours = new long[1 << 8];

    private double[] worth = new double[1 << 8];
    private double[] lost = new double[1 << 8];
    private int[] week = new int[1 << 8];
    private int[] filled = new int[1 << 8];
    private int lives;

    /** Which live one each new one is better than. */
    private int[] place = new int[1 << 8];

    private int end;

    /** Where each filling that is live stands, to be found by its hours; nought where there is none. */
    private long[] key = new long[SMALL];

    private int[] table = new int[SMALL];
    private int mask;
    private long work;

    private Part part = new Part(new long[0], new int[0], 0, 0, 0);
    private double weekPrice;
    private double[] gain = new double[0];
    private int[] filling = new int[0];
    private double best;
    private double dropped;
    private int droppedFrom;
    private int droppedItem;
    private int droppedAt;

    /**
     * A part’s hours and what each of its choices needs of them, those of the week as well: where limits were said more sharply they
     * are no longer the sum of the others. Hours used lie side by side in one number, a bit between each
     * two to see at once whether one is oversold.
     *
     * @param needs hours of each choice
     * @param units of the week that each needs
     * @param room hours there are, with the bits between them set
     * @param guards the bits between them
     * @param size units of the week there are
     */
    record Part(long[] needs, int[] units, long room, long guards, int size) {
        boolean fits(long hours) {
            return (room - hours & guards) == guards;
        }
    }

    /** What was filled before may no longer be asked for. */
    void forget() {
        made = 0;
    }

    /** How many things have been looked at so far. */
    long work() {
        return work;
    }

    /**
     * @param order which choices come, those first about which there is the least doubt
     * @param net what each choice is worth
     * @param over of it after paying for hours
     * @param most what all can come to after paying for the week
     * @param floor nobody asks for less than that
     * @param atMost about how many fillings to make
     * @param gain set to what each number of units can come to at the most
     * @param filling set to the fillings that come to it
     * @param real set to the best fillings for which there is room
     * @return the most after paying for the week
     */
    double fill(
            Part part,
            int[] order,
            int count,
            double[] net,
            double[] over,
            double weekPrice,
            double most,
            double floor,
            int atMost,
            double[] gain,
            int[] filling,
            int[] real) {
        this.part = part;
        this.weekPrice = weekPrice;
        this.gain = gain;
        this.filling = filling;
        int first = begin();
        for (int i = 0; i < count && lives > 0; i++) {
            // From half of the fillings on, fewer and fewer are worth keeping.
            double full = Math.max(0, (made - first) / (double) atMost - 0.5);
            next(i, order[i], net[order[i]], over[order[i]], most, floor + Math.max(0, most - floor) * full);
        }
        end(order, count, net, over, real);
        return Math.max(best, dropped);
    }

    /** @param each is given every choice of a filling */
    void each(int ofFilling, IntConsumer each) {
        for (int at = ofFilling; item[at] != NONE; at = before[at]) each.accept(item[at]);
    }

    private int begin() {
        Arrays.fill(gain, Double.NEGATIVE_INFINITY);
        lives = 0;
        clear();
        best = Double.NEGATIVE_INFINITY;
        dropped = Double.NEGATIVE_INFINITY;
        droppedFrom = NONE;
        end = 0;
        int empty = made;
        make(0, 0, 0, 0, NONE, NONE, NONE);
        enter(0);
        lives = 1;
        return empty;
    }

    private void next(int at, int choice, double net, double over, double most, double least) {
        work += lives;
        int old = lives;
        put(at, choice, net, Math.max(0, -over), most, least);
        int kept = leaveOut(at, Math.max(0, over), most, least);
        lives = kept;
        for (int x = old; x < end; x++) if (place[x] == NONE) move(x, lives++);
        if (kept == old && lives <= mask / 2) for (int x = old; x < lives; x++) enter(x);
        else {
            clear();
            for (int x = 0; x < lives; x++) enter(x);
        }
    }

    /** No more of the table is used than so many need: where a few are looked for in a large one, clearing it costs most. */
    private void clear() {
        int size = SMALL;
        while (size < 4 * lives) size *= 2;
        if (size > table.length) {
            table = new int[size];
            key = new long[size];
        } else Arrays.fill(key, 0, size, 0);
        mask = size - 1;
    }

    /** Those of before with this choice; they take their places only afterwards, so that none has it twice. */
    private void put(int at, int choice, double net, double loses, double most, double least) {
        end = lives;
        for (int x = 0; x < lives; x++) {
            long then = hours[x] + part.needs[choice];
            if (!part.fits(then)) continue;
            if (most - lost[x] - loses <= least) {
                drop(most - lost[x] - loses, filled[x], choice, at);
                continue;
            }
            int same = find(then);
            if (same == NONE || worth[same] < worth[x] + net)
                make(then, week[x] + part.units[choice], worth[x] + net, lost[x] + loses, filled[x], choice, same);
        }
        for (int x = lives; x < end; x++) {
            if (place[x] == NONE) continue;
            move(x, place[x]);
            filled[place[x]] = ~filled[x];
        }
    }

    /** @return how many of before are left; those that are new say so by their sign and have lost nothing by it */
    private int leaveOut(int at, double loses, double most, double least) {
        int kept = 0;
        for (int x = 0; x < lives; x++) {
            if (filled[x] < 0) filled[x] = ~filled[x];
            else {
                lost[x] += loses;
                if (most - lost[x] <= least) {
                    drop(most - lost[x], filled[x], NONE, at);
                    continue;
                }
            }
            move(x, kept++);
        }
        return kept;
    }

    private void move(int from, int to) {
        if (from == to) return;
        hours[to] = hours[from];
        worth[to] = worth[from];
        lost[to] = lost[from];
        week[to] = week[from];
        filled[to] = filled[from];
    }

    private void drop(double most, int one, int choice, int at) {
        if (most <= dropped) return;
        dropped = most;
        droppedFrom = one;
        droppedItem = choice;
        droppedAt = at;
    }

    private void end(int[] order, int count, double[] net, double[] over, int[] real) {
        for (int at = 1; at <= part.size; at++)
            if (gain[at - 1] >= gain[at]) {
                gain[at] = gain[at - 1];
                filling[at] = filling[at - 1];
            }
        System.arraycopy(filling, 0, real, 0, filling.length);
        int rest = restOfDropped(order, count, net, over);
        for (int at = 0; at <= part.size; at++)
            if (gain[at] < dropped + weekPrice * at) {
                gain[at] = dropped + weekPrice * at;
                filling[at] = rest;
            }
    }

    /** As if there were room for all that is worth more than its hours: that is how its bound was reckoned. */
    private int restOfDropped(int[] order, int count, double[] net, double[] over) {
        if (droppedFrom == NONE) return filling[0];
        int rest = droppedFrom;
        if (droppedItem != NONE) rest = link(rest, droppedItem);
        for (int i = droppedAt + 1; i < count; i++) if (over[order[i]] > 0) rest = link(rest, order[i]);
        return rest;
    }

    private int link(int one, int choice) {
        if (made == item.length) {
            before = Arrays.copyOf(before, 2 * made);
            item = Arrays.copyOf(item, 2 * made);
        }
        before[made] = one;
        item[made] = choice;
        return made++;
    }

    private void make(long then, int units, double value, double loses, int one, int choice, int same) {
        if (end == hours.length) grow();
        hours[end] = then;
        week[end] = units;
        worth[end] = value;
        lost[end] = loses;
        filled[end] = link(one, choice);
        if (value > gain[units]) {
            gain[units] = value;
            filling[units] = filled[end];
        }
        place[end++] = same;
        best = Math.max(best, value - weekPrice * units);
    }

    private void grow() {
        hours = Arrays.copyOf(hours, 2 * end);
        worth = Arrays.copyOf(worth, 2 * end);
        lost = Arrays.copyOf(lost, 2 * end);
        week = Arrays.copyOf(week, 2 * end);
        filled = Arrays.copyOf(filled, 2 * end);
        place = Arrays.copyOf(place, 2 * end);
    }

    /** @return where among the live is the one that uses these hours, or none */
    private int find(long used) {
        int at = slot(used);
        while (key[at] != 0) {
            if (key[at] == used + 1) return table[at];
            at = at + 1 & mask;
        }
        return NONE;
    }

    private void enter(int x) {
        int at = slot(hours[x]);
        while (key[at] != 0) at = at + 1 & mask;
        key[at] = hours[x] + 1;
        table[at] = x;
    }

    private int slot(long used) {
        return (int) (used * 0x9E3779B97F4A7C15L >>> 40) & mask;
    }
}
