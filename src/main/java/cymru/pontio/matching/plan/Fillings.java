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

    private long[] hours = new long[1 << 10];
    private double[] worth = new double[1 << 10];
    private double[] lost = new double[1 << 10];
    private int[] week = new int[1 << 10];
    private int[] before = new int[1 << 10];
    private int[] item = new int[1 << 10];
    private int made;

    private int[] live = new int[1 << 8];
    private int lives;
    private int[] better = new int[1 << 8];
    private int[] place = new int[1 << 8];
    private int betters;
    private int[] table = new int[1 << 10];
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
        Arrays.fill(table, 0);
        best = Double.NEGATIVE_INFINITY;
        dropped = Double.NEGATIVE_INFINITY;
        droppedFrom = NONE;
        int empty = make(0, 0, 0, 0, NONE, NONE);
        live[0] = empty;
        lives = 1;
        enter(0);
        return empty;
    }

    private void next(int at, int choice, double net, double over, double most, double least) {
        work += lives;
        put(at, choice, net, Math.max(0, -over), most, least);
        for (int i = 0; i < betters; i++) if (place[i] != NONE) live[place[i]] = ~better[i];
        boolean fewer = leaveOut(at, Math.max(0, over), most, least);
        int old = lives;
        for (int i = 0; i < betters; i++) {
            if (place[i] != NONE) continue;
            if (lives == live.length) live = Arrays.copyOf(live, 2 * lives);
            live[lives++] = better[i];
        }
        if (lives > table.length / 2) table = new int[4 * table.length];
        else if (fewer) Arrays.fill(table, 0);
        else {
            for (int x = old; x < lives; x++) enter(x);
            return;
        }
        for (int x = 0; x < lives; x++) enter(x);
    }

    /** Those of before with this choice; they take their places only afterwards, so that none has it twice. */
    private void put(int at, int choice, double net, double loses, double most, double least) {
        betters = 0;
        for (int x = 0; x < lives; x++) {
            int one = live[x];
            long then = hours[one] + part.needs[choice];
            if (!part.fits(then)) continue;
            if (most - lost[one] - loses <= least) {
                drop(most - lost[one] - loses, one, choice, at);
                continue;
            }
            int same = find(then);
            if (same != NONE && worth[live[same]] >= worth[one] + net) continue;
            if (betters == better.length) {
                better = Arrays.copyOf(better, 2 * betters);
                place = Arrays.copyOf(place, 2 * betters);
            }
            place[betters] = same;
            better[betters++] =
                    make(then, week[one] + part.units[choice], worth[one] + net, lost[one] + loses, one, choice);
        }
    }

    /** @return whether some were dropped */
    private boolean leaveOut(int at, double loses, double most, double least) {
        int kept = 0;
        for (int x = 0; x < lives; x++) {
            int one = live[x];
            if (one < 0) {
                live[kept++] = ~one;
                continue;
            }
            lost[one] += loses;
            if (most - lost[one] <= least) drop(most - lost[one], one, NONE, at);
            else live[kept++] = one;
        }
        boolean fewer = kept < lives;
        lives = kept;
        return fewer;
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
        grow();
        before[made] = one;
        item[made] = choice;
        return made++;
    }

    private int make(long then, int units, double value, double loses, int one, int choice) {
        int filled = link(one, choice);
        hours[filled] = then;
        week[filled] = units;
        worth[filled] = value;
        lost[filled] = loses;
        if (value > gain[units]) {
            gain[units] = value;
            filling[units] = filled;
        }
        best = Math.max(best, value - weekPrice * units);
        return filled;
    }

    private void grow() {
        if (made < item.length) return;
        hours = Arrays.copyOf(hours, 2 * made);
        worth = Arrays.copyOf(worth, 2 * made);
        lost = Arrays.copyOf(lost, 2 * made);
        week = Arrays.copyOf(week, 2 * made);
        before = Arrays.copyOf(before, 2 * made);
        item = Arrays.copyOf(item, 2 * made);
    }

    /** @return where among the live is the one that uses these hours, or none */
    private int find(long used) {
        for (int at = slot(used); ; at = at + 1 & table.length - 1) {
            if (table[at] == 0) return NONE;
            if (hours[live[table[at] - 1]] == used) return table[at] - 1;
        }
    }

    private void enter(int x) {
        int at = slot(hours[live[x]]);
        while (table[at] != 0) at = at + 1 & table.length - 1;
        table[at] = x + 1;
    }

    private int slot(long used) {
        return (int) (used * 0x9E3779B97F4A7C15L >>> 40) & table.length - 1;
    }
}
