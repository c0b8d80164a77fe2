package cymru.pontio.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The county's story, month by month and place by place: who is approved, who waits, whose care starts and ends. It is
 * told the same way whatever the day is; today only cuts it. Each month-end has exactly the people, queues and cover that
 * the {@link Plot} wants.
 */
final class Story {
    /** The days between approval and the first visit that the market needs at the least. */
    static final int SHORTEST_WAIT = 11;

    private static final int HOLD_AFTER = 14;
    private static final int RESUME_BEFORE = 24;

    private final Plot plot;
    private final List<Life> lives = new ArrayList<>();
    private final List<List<Life>> queues = new ArrayList<>();
    private final List<List<Life>> cared = new ArrayList<>();

    private Story(Plot plot) {
        this.plot = plot;
        for (int i = 0; i < Place.ALL.size(); i++) {
            queues.add(new ArrayList<>());
            cared.add(new ArrayList<>());
        }
    }

    /** @param lastMonth told to the end of this month; calls and nudges are calibrated by the caller */
    static List<Life> told(Plot plot, int lastMonth) {
        Story story = new Story(plot);
        for (int place = 0; place < Place.ALL.size(); place++) story.before(place);
        for (int month = Plot.PRELUDE; month <= lastMonth; month++) {
            for (int place = 0; place < Place.ALL.size(); place++) story.month(month, place);
        }
        return story.lives;
    }

    /** Who is there when the story begins. */
    private void before(int place) {
        int opening = At.firstDay(Plot.PRELUDE);
        SplittableRandom dice = Dice.of(place, 1);
        for (int i = target(plot.people(Plot.PRELUDE), place) * 92 / 100; i > 0; i--) {
            int started = opening - 1 - dice.nextInt(30 + dice.nextInt(900));
            Life life = born(place, At.workday(started - SHORTEST_WAIT - 2 - dice.nextInt(60)));
            life.start(dueDay(life, started));
            cared.get(place).add(life);
        }
        for (int i = queueTarget(Plot.PRELUDE, place); i > 0; i--) {
            queues.get(place).add(born(place, At.workday(opening - 3 - dice.nextInt(100))));
        }
    }

    private void month(int month, int place) {
        SplittableRandom dice = Dice.of(month, place, 2);
        List<Life> queue = queues.get(place);
        int starts = target(plot.people(month), place) - cared.get(place).size();
        withdraw(queue, month, starts, dice);
        int approvals = queueTarget(month, place) + starts - queue.size();
        List<Life> startable = new ArrayList<>(
                queue.stream().filter(life -> startable(life, month)).toList());
        int early = Math.max(starts - startable.size(), 0);
        for (int i = 0; i < approvals; i++) queue.add(born(place, approvalDay(month, i < early, dice)));
        startable.addAll(queue.subList(queue.size() - Math.max(approvals, 0), queue.size()).stream()
                .filter(life -> life.approvedOn + SHORTEST_WAIT <= At.lastDay(month))
                .toList());
        end(month, place, dice);
        begin(chosen(startable, starts, month, dice), month, place, dice);
        hold(queue, month, target(plot.held(month), place), dice);
        bridge(queue, month, target(plot.bridged(month), place), dice);
    }

    private Life born(int place, int approvedOn) {
        Life life = new Life(lives.size(), place, approvedOn);
        lives.add(life);
        return life;
    }

    /** Some die, move or find another way; and a queue that must be shorter than starts can make it is made so. */
    private void withdraw(List<Life> queue, int month, int starts, SplittableRandom dice) {
        int surplus = queue.size() - starts - queueTarget(month, queue.isEmpty() ? 0 : queue.getFirst().place);
        List<Life> leaving = new ArrayList<>();
        for (Life life : queue) {
            boolean longEnough = life.approvedOn + 12 < At.firstDay(month);
            if (leaving.size() < surplus || longEnough && Dice.chance(dice, 90)) leaving.add(life);
        }
        for (Life life : leaving) life.withdraw(At.firstDay(month) + dice.nextInt(28));
        queue.removeAll(leaving);
    }

    private static boolean startable(Life life, int month) {
        boolean resumedLately =
                !life.held.isEmpty() && life.held.getLast().until() > At.firstDay(month) - RESUME_BEFORE;
        return !life.onHold() && !resumedLately;
    }

    private static int approvalDay(int month, boolean early, SplittableRandom dice) {
        int length = At.lastDay(month) - At.firstDay(month) + 1;
        return At.workday(At.firstDay(month) + dice.nextInt(early ? 10 : length - 2));
    }

    /** Mostly those who wait long and are easily placed. */
    private static List<Life> chosen(List<Life> from, int count, int month, SplittableRandom dice) {
        Map<Life, Double> order = new HashMap<>();
        for (Life life : from) {
            double waited = Math.max(5, At.lastDay(month) - life.approvedOn);
            double ease =
                    (life.doubleHanded ? 0.6 : 1) * (waited > 150 ? 6 : waited > 75 ? 2.5 : waited > 35 ? 1.4 : 1);
            order.put(life, -StrictMath.log(1 - dice.nextDouble()) / ease);
        }
        return from.stream()
                .sorted(Comparator.comparing(order::get))
                .limit(count)
                .toList();
    }

    private void begin(List<Life> starting, int month, int place, SplittableRandom dice) {
        for (Life life : starting) {
            int from = Math.max(At.firstDay(month), life.approvedOn + SHORTEST_WAIT);
            int day = from + dice.nextInt(At.lastDay(month) - from + 1);
            life.start(dueDay(life, day));
        }
        queues.get(place).removeAll(starting);
        cared.get(place).addAll(starting);
    }

    /** Care ends for one in fourteen, more in winter, and never for so few that next month had too many people. */
    private void end(int month, int place, SplittableRandom dice) {
        List<Life> people = cared.get(place);
        int most = target(plot.people(month + 1), place);
        int least = target(plot.people(month), place) - most;
        int winter = At.calendarMonth(month) <= 2 || At.calendarMonth(month) == 12 ? 20 : 0;
        List<Life> ending = new ArrayList<>();
        for (Life life : people) if (Dice.chance(dice, 62 + winter)) ending.add(life);
        for (int i = 0; ending.size() < least; i++) if (!ending.contains(people.get(i))) ending.add(people.get(i));
        for (Life life : ending) life.lastDay = At.firstDay(month) + 8 + dice.nextInt(19);
        people.removeAll(ending);
    }

    private static void hold(List<Life> queue, int month, int wanted, SplittableRandom dice) {
        List<Life> holding = new ArrayList<>(queue.stream().filter(Life::onHold).toList());
        while (holding.size() > wanted) {
            Life life = holding.removeFirst();
            int from = Math.max(At.firstDay(month), life.held.getLast().from() + 5);
            life.held.set(
                    life.held.size() - 1,
                    life.held.getLast().endedOn(Math.min(from + dice.nextInt(20), At.lastDay(month))));
        }
        for (Life life : queue) {
            if (holding.size() >= wanted) return;
            int from = Math.max(At.firstDay(month), life.approvedOn + HOLD_AFTER);
            if (life.beingBridged() || !life.held.isEmpty() || from > At.lastDay(month)) continue;
            life.held.add(Stay.since(from + dice.nextInt(At.lastDay(month) - from + 1)));
            holding.add(life);
        }
    }

    private static void bridge(List<Life> queue, int month, int wanted, SplittableRandom dice) {
        List<Life> bridging =
                new ArrayList<>(queue.stream().filter(Life::beingBridged).toList());
        while (bridging.size() > wanted) {
            Life life = bridging.removeFirst();
            int from = Math.max(At.firstDay(month), life.bridged.getLast().from() + 3);
            life.endBridging(Math.min(from + dice.nextInt(20), At.lastDay(month)));
        }
        List<Life> without = new ArrayList<>(queue.stream()
                .filter(life -> !life.onHold() && !life.beingBridged() && life.bridged.isEmpty())
                .toList());
        while (bridging.size() < wanted && !without.isEmpty()) {
            Life life = without.remove(dice.nextInt(without.size()));
            int from = Math.max(At.firstDay(month), life.approvedOn + 1);
            if (from > At.lastDay(month)) continue;
            life.bridged.add(Stay.since(from + dice.nextInt(At.lastDay(month) - from + 1)));
            bridging.add(life);
        }
    }

    /** The day, or the last one before it on which a call is due and the month is the same, or the first after. */
    private static int dueDay(Life life, int day) {
        int month = At.month(day);
        int later = day;
        while (!life.due(later)) later++;
        int earlier = day;
        while (!life.due(earlier)) earlier--;
        return At.month(later) == month ? later : earlier;
    }

    private int queueTarget(int month, int place) {
        return target(plot.waiting(month), place)
                + target(plot.bridged(month), place)
                + target(plot.held(month), place);
    }

    private static int target(int whole, int place) {
        return Place.shares(whole)[place];
    }
}
