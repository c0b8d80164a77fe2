package cymru.pontio.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One person with one package, from approval to the end of care, as the county's story has it. Days are {@link At}'s. */
final class Life {
    final int number;
    final int place;
    final int approvedOn;
    final List<Stay> bridged = new ArrayList<>();
    final List<Stay> held = new ArrayList<>();
    final List<Call> calls;
    final boolean doubleHanded;
    /** NEED, PREFERENCE, NO as answered. */
    final String welsh;

    int startOn = At.NEVER;
    /** The last day on which care may be due. */
    int lastDay = At.NEVER;

    int withdrawnOn = At.NEVER;
    int agency;
    /** Minutes to be spread over single visits of months 0 and 23, see {@link Calibration}. */
    int nudgeFirst;

    int nudgeLast;

    Life(int number, int place, int approvedOn) {
        this.number = number;
        this.place = place;
        this.approvedOn = approvedOn;
        SplittableRandom dice = dice(0);
        this.doubleHanded = Dice.chance(dice, 180);
        this.welsh = welsh(dice);
        this.calls = new ArrayList<>(Needs.calls(dice, doubleHanded, At.month(approvedOn)));
        this.agency = Agency.choose(this, dice);
    }

    /** This life's dice for one kind of question. */
    SplittableRandom dice(int question) {
        return Dice.of(number, 1000 + question);
    }

    Place where() {
        return Place.ALL.get(place);
    }

    boolean inhouse() {
        return agency == Agency.INHOUSE;
    }

    boolean onHold() {
        return !held.isEmpty() && held.getLast().open();
    }

    boolean beingBridged() {
        return !bridged.isEmpty() && bridged.getLast().open();
    }

    boolean due(int day) {
        return calls.stream().anyMatch(call -> call.on(day));
    }

    boolean caredForIn(int month) {
        return startOn <= At.lastDay(month) && lastDay >= At.firstDay(month);
    }

    /** Care starts; whoever bridged goes home. */
    void start(int day) {
        startOn = day;
        endBridging(day);
    }

    void withdraw(int day) {
        withdrawnOn = day;
        endBridging(day);
        if (onHold()) held.set(held.size() - 1, held.getLast().endedOn(day));
    }

    void endBridging(int day) {
        if (beingBridged()) bridged.set(bridged.size() - 1, bridged.getLast().endedOn(day));
    }

    int nudge(int month) {
        return month == Plot.FIRST ? nudgeFirst : month == Plot.LAST ? nudgeLast : 0;
    }

    int userMinutesWeek() {
        return calls.stream().mapToInt(Call::userMinutesWeek).sum();
    }

    int carerMinutesWeek() {
        return calls.stream().mapToInt(Call::carerMinutesWeek).sum();
    }

    /** Aged 81 on average; one in ten is of working age. */
    LocalDate bornOn() {
        SplittableRandom dice = dice(6);
        int bell = dice.nextInt(14) + dice.nextInt(14) + dice.nextInt(14);
        int age = Dice.chance(dice, 100) ? 24 + dice.nextInt(40) : 65 + bell;
        return At.date(approvedOn).minusDays(age * 365L + age / 4 + 1 + dice.nextInt(364));
    }

    private String welsh(SplittableRandom dice) {
        if (!Dice.chance(dice, where().welsh())) return "NO";
        return Dice.chance(dice, 250) ? "NEED" : "PREFERENCE";
    }
}
