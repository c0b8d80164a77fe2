package cymru.pontio.demo;

import cymru.pontio.demo.Visit.Outcome;
import cymru.pontio.demo.Visit.Sink;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happened at a person's door in a month: carers a few minutes early or late, one in thirteen more than half an
 * hour late, three in a thousand missed, people out or in hospital, one record in a hundred put right afterwards.
 */
final class Diary {
    /** More than anybody ever sees. */
    static final int CARERS = 100;

    private static final int DAILY_CARERS = 5;

    private final Visit visit = new Visit();
    private final Sink sink;
    /** Minutes still to be spread over the visits of the month. */
    private int nudge;

    Diary(Sink sink) {
        this.sink = sink;
    }

    /** @param until the last day of which visits are known */
    void month(Life life, int month, int until) {
        int from = Math.max(At.firstDay(month), life.startOn);
        int last = Math.min(At.lastDay(month), life.lastDay);
        if (from > last) return;
        while (!life.due(from)) from++;
        SplittableRandom dice = Dice.of(life.number, month, 3);
        int away = Dice.chance(dice, 150) ? from + 2 + dice.nextInt(18) : At.NEVER;
        int back = away == At.NEVER ? 0 : away + 3 + dice.nextInt(12);
        nudge = life.nudge(month);
        for (int day = from; day <= Math.min(last, until); day++) {
            if (day > away && day < back) continue;
            day(life, day, day == from, day == away, dice);
            if (day != away && Dice.chance(dice, 4)) popBack(life, day, dice);
        }
    }

    /** @param first of the month: its first visit is always delivered, so that whoever is cared for is counted */
    private void day(Life life, int day, boolean first, boolean toHospital, SplittableRandom dice) {
        boolean certain = first;
        for (int slot = 0; slot < life.calls.size(); slot++) {
            Call call = life.calls.get(slot);
            if (!call.on(day)) continue;
            plan(life, call, day, slot, dice);
            happen(dice, certain, toHospital);
            if (!certain) nudge();
            sink.visit(life, visit);
            certain = false;
        }
    }

    private void nudge() {
        if (nudge == 0 || visit.outcome != Outcome.DELIVERED || visit.stayedAtFirst > 0) return;
        visit.stayed += Integer.signum(nudge);
        nudge -= Integer.signum(nudge);
    }

    private void plan(Life life, Call call, int day, int slot, SplittableRandom dice) {
        visit.day = day;
        visit.slot = slot;
        visit.planned = call.start();
        visit.plannedLength = call.minutes();
        visit.workers = call.workers();
        int regular = (life.number * 7 + (dice.nextInt(10) < 8 ? dice.nextInt(DAILY_CARERS) : dice.nextInt(40))) % 90;
        visit.worker = regular + 1;
    }

    private void happen(SplittableRandom dice, boolean mustBeDelivered, boolean toHospital) {
        int fate = dice.nextInt(10_000);
        int delay = dice.nextInt(1000) < 75 ? 31 + dice.nextInt(26) : dice.nextInt(26) - 9;
        int length = stayed(visit.plannedLength, dice);
        int correction = dice.nextInt(100);
        int after = 1 + dice.nextInt(4);
        visit.outcome = mustBeDelivered ? Outcome.DELIVERED : toHospital ? Outcome.CANCELLED_BY_COUNCIL : outcome(fate);
        visit.arrived = visit.planned + delay;
        visit.stayed = length;
        boolean corrected = correction == 0 && visit.outcome == Outcome.DELIVERED && !mustBeDelivered;
        visit.stayedAtFirst = corrected ? Math.max(5, length - 6 + (after * 5)) : 0;
        if (visit.stayedAtFirst == length) visit.stayedAtFirst++;
        visit.correctedAfter = after;
    }

    private static Outcome outcome(int fate) {
        if (fate < 30) return Outcome.MISSED;
        if (fate < 60) return Outcome.FRUSTRATED;
        if (fate < 160) return Outcome.CANCELLED_BY_PERSON;
        return Outcome.DELIVERED;
    }

    /** Mostly the planned time within a few minutes; now and then the person needs less and the carer leaves early. */
    private static int stayed(int planned, SplittableRandom dice) {
        int draw = dice.nextInt(100);
        int difference = draw < 3 ? -planned / 4 : draw < 60 ? dice.nextInt(4) - 2 : dice.nextInt(9) - 5;
        return Math.max(10, planned + difference);
    }

    /** Somebody fell or pressed the button: a visit nobody had planned. */
    private void popBack(Life life, int day, SplittableRandom dice) {
        visit.day = day;
        visit.slot = life.calls.size();
        visit.outcome = Outcome.UNPLANNED;
        visit.arrived = 14 * 60 + 30 + dice.nextInt(40);
        visit.stayed = 15 + dice.nextInt(20);
        visit.workers = 1;
        visit.stayedAtFirst = 0;
        sink.visit(life, visit);
    }

    /** When the carers first came, which is when care started. */
    static long firstVisit(Life life) {
        long[] moment = {0};
        new Diary((who, visit) -> {
                    if (moment[0] == 0) moment[0] = At.moment(visit.day, visit.arrived);
                })
                .month(life, At.month(life.startOn), life.startOn);
        return moment[0];
    }

    /** User minutes of the standing records of a month. */
    static long minutes(List<Life> lives, int month) {
        long[] sum = {0};
        Diary diary = new Diary((life, visit) -> sum[0] += visit.minutes());
        for (Life life : lives) diary.month(life, month, At.NEVER);
        return sum[0];
    }
}
