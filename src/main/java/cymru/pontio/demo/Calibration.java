package cymru.pontio.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Brings the hours of September 2023 and August 2025 to the published figures: some people's calls become a quarter of an
 * hour longer or shorter, for all their days, until what is missing is a few minutes; single visits take those up.
 */
final class Calibration {
    private static final List<Integer> LENGTHS = List.of(30, 45, 60, 75, 90);

    /** Enough for a county; a small one may stay some minutes away, and nobody has published its figures. */
    private static final int ROUNDS = 6;

    private final Plot plot;
    private final List<Life> lives;

    Calibration(Plot plot, List<Life> lives) {
        this.plot = plot;
        this.lives = lives;
    }

    /** Changes the lives' calls, so nobody may have looked at them yet. */
    void run() {
        List<Life> first =
                lives.stream().filter(life -> life.caredForIn(Plot.FIRST)).toList();
        List<Life> last =
                lives.stream().filter(life -> life.caredForIn(Plot.LAST)).toList();
        calibrate(Plot.FIRST, first, first);
        calibrate(
                Plot.LAST,
                last,
                last.stream()
                        .filter(life -> life.startOn > At.lastDay(Plot.FIRST))
                        .toList());
    }

    private void calibrate(int month, List<Life> people, List<Life> changeable) {
        long missing = plot.minutes(month) - Diary.minutes(people, month);
        List<Life> order = shuffled(changeable, month);
        for (int round = 0; round < ROUNDS; round++) {
            for (Life life : order) missing -= change(life, month, round, missing);
        }
        for (int round = 0; round < ROUNDS && missing != 0; round++) {
            for (Life life : people) missing -= nudge(life, month, missing);
        }
    }

    /** @return by how many minutes the month has grown; 0 where a change would overshoot */
    private static long change(Life life, int month, int round, long missing) {
        int slot = Math.floorMod(life.number * 31 + month + round, life.calls.size());
        Call call = life.calls.get(slot);
        int at = LENGTHS.indexOf(call.minutes());
        int to = at + Long.signum(missing);
        if (at < 0 || to < 0 || to >= LENGTHS.size() - 1) return 0;
        long before = Diary.minutes(List.of(life), month);
        life.calls.set(slot, call.lasting(LENGTHS.get(to)));
        long grown = Diary.minutes(List.of(life), month) - before;
        if (grown * Long.signum(missing) > 0 && Math.abs(missing - grown) < Math.abs(missing)) return grown;
        life.calls.set(slot, call);
        return 0;
    }

    private static long nudge(Life life, int month, long missing) {
        if (missing == 0) return 0;
        long before = Diary.minutes(List.of(life), month);
        int step = Long.signum(missing);
        if (month == Plot.FIRST) life.nudgeFirst += step;
        else life.nudgeLast += step;
        return Diary.minutes(List.of(life), month) - before;
    }

    private static List<Life> shuffled(List<Life> some, int month) {
        SplittableRandom dice = Dice.of(month, 4);
        List<Life> order = new ArrayList<>(some);
        for (int i = order.size(); i > 1; i--) {
            int j = dice.nextInt(i);
            Life moved = order.set(i - 1, order.get(j));
            order.set(j, moved);
        }
        return order;
    }
}
