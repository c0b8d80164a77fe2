package cymru.pontio.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The words of a package: what matters, what is needed, what to look out for. */
record Traits(
        String language,
        String matters,
        String need,
        String risks,
        String workerRisks,
        String equipment,
        List<String> training,
        List<String> outcomes,
        String coverWanted,
        String funding,
        String workerGender) {

    static Traits of(Life life) {
        SplittableRandom dice = life.dice(7);
        String language = !life.welsh.equals("NO") && Dice.chance(dice, 600) ? "cy" : "en";
        String need = (life.doubleHanded ? "need_double_" : "need_") + language;
        return new Traits(
                language,
                Words.one(dice, "matters_" + language),
                Words.one(dice, need),
                Words.one(dice, "risks_" + language),
                Words.one(dice, "worker_risks_" + language),
                life.doubleHanded
                        ? Words.all("equipment_" + language).get(1)
                        : Words.one(dice, "equipment_" + language),
                training(life, dice),
                outcomes(dice),
                List.of("NONE", "FAMILY", "HOSPITAL", "BRIDGING").get(Dice.weighted(dice, 40, 22, 22, 16)),
                List.of("COUNCIL", "JOINT", "HEALTH", "SELF").get(Dice.weighted(dice, 88, 7, 4, 1)),
                List.of("ANY", "FEMALE_PREFERRED", "FEMALE_NEEDED", "MALE_PREFERRED")
                        .get(Dice.weighted(dice, 78, 14, 5, 3)));
    }

    String tasks(SplittableRandom dice, Call.Band band) {
        return Words.one(dice, "tasks_" + language + "_" + band);
    }

    /** What nobody who suits the person otherwise can do is not asked for. */
    private static List<String> training(Life life, SplittableRandom dice) {
        List<String> training = new ArrayList<>();
        if (Dice.chance(dice, 90)) training.add("CATHETER");
        if (Dice.chance(dice, 300)) training.add("DEMENTIA");
        if (life.doubleHanded) training.add("HOIST");
        if (Dice.chance(dice, 30)) training.add("PEG");
        if (Dice.chance(life.dice(77), 25)) training.addFirst("BSL");
        training.retainAll(Agency.ALL.get(life.agency).training());
        return training;
    }

    private static List<String> outcomes(SplittableRandom dice) {
        List<String> outcomes = new ArrayList<>(List.of("WB1", "WB2"));
        if (Dice.chance(dice, 500)) outcomes.add("WB5");
        if (Dice.chance(dice, 300)) outcomes.add("WB6");
        if (Dice.chance(dice, 600)) outcomes.add("WB8");
        return outcomes;
    }
}
