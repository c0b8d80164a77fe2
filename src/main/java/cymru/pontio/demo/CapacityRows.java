package cymru.pontio.demo;

import cymru.pontio.demo.Cast.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Writes what the agencies last declared to have spare, three of them too long ago, and how the public reaches them. */
final class CapacityRows {
    private static final int USUAL_DAYS = 14;
    private static final List<Integer> LATE = List.of(4, 10, 14);
    private static final List<String> PARTS = List.of("MORNING", "LUNCH", "TEA", "BED", "NIGHT");
    /** Quarters of an hour a week at most: everybody is short of workers at the ends of the day. */
    private static final int[] QUARTERS = {12, 22, 16, 9, 5};

    /** Three quarters of an hour a day: enough for all the calls of one person in a part of the day. */
    private static final int ROUND = 7 * 45;

    private static final List<String> TOWNS = List.of("newtown", "brecon", "welshpool");
    private static final List<String> MORE =
            List.of("COMPANIONSHIP", "DOMESTIC", "MEALS", "NIGHTS", "SHOPPING", "SITTING");

    private final Scene scene;

    CapacityRows(Scene scene) {
        this.scene = scene;
    }

    void write() {
        for (int agency = 0; agency < Agency.INHOUSE; agency++) {
            SplittableRandom dice = Dice.of(agency, 950);
            int today = (int) (scene.now() / 86_400);
            int last = today - (LATE.contains(agency) ? 19 + dice.nextInt(20) : 1 + dice.nextInt(9));
            declare(agency, 0, last - 13 - dice.nextInt(3), dice);
            UUID standing = declare(agency, 1, last, dice);
            scene.add(Table.CAPACITY, scene.cast().organisation(agency), standing, 2);
            tell(agency, dice);
        }
    }

    private UUID declare(int agency, int number, int day, SplittableRandom dice) {
        long at = Math.min(scene.now(), At.moment(day, 8 * 60 + dice.nextInt(9 * 60)));
        UUID id = Dice.key(at, agency, 951, number);
        Member manager = scene.cast().provider(agency);
        scene.add(
                Table.CAPACITY_DECLARATION,
                id,
                scene.cast().organisation(agency),
                At.instant(at),
                manager.id(),
                manager.name(),
                At.date(day + USUAL_DAYS),
                dice.nextInt(3) == 0);
        SplittableRandom rounds = Dice.of(agency, 952 + number);
        for (String patch : Agency.ALL.get(agency).patches()) {
            int round = Dice.chance(rounds, TOWNS.contains(patch) ? 650 : 400) ? ROUND + 15 * rounds.nextInt(8) : 0;
            for (int part = 0; part < PARTS.size(); part++) hours(agency, id, patch, part, round, dice);
        }
        return id;
    }

    /**
     * In the towns there is something to spare; elsewhere often nothing, and rarely two workers.
     *
     * @param round minutes a week that a care worker with nobody to visit yet has in each part of the day
     */
    private void hours(int agency, UUID declaration, String patch, int part, int round, SplittableRandom dice) {
        boolean town = TOWNS.contains(patch);
        int most = town ? QUARTERS[part] : QUARTERS[part] / 2;
        int one = Dice.chance(dice, town ? 850 : 550) ? 15 * (1 + dice.nextInt(most)) : 0;
        int two = Dice.chance(dice, town ? 400 : 200) ? 15 * (1 + dice.nextInt(1 + most / 3)) : 0;
        line(declaration, patch, part, 1, PARTS.get(part).equals("NIGHT") ? one : one + round);
        if (Agency.ALL.get(agency).doubleHanded()) line(declaration, patch, part, 2, two);
    }

    private void line(UUID declaration, String patch, int part, int workers, int minutes) {
        if (minutes > 0)
            scene.add(Table.CAPACITY_HOURS, declaration, patch, PARTS.get(part), workers, minutes, minutes);
    }

    /** Telephone numbers are those kept free for stories. */
    private void tell(int agency, SplittableRandom dice) {
        String site = Agency.ALL.get(agency).name().toLowerCase(Locale.ROOT).replace(" ", "") + ".example";
        List<String> services = new ArrayList<>(List.of("PERSONAL_CARE"));
        for (String one : MORE) if (dice.nextBoolean()) services.add(one);
        services.sort(Comparator.naturalOrder());
        scene.add(
                Table.PUBLIC_ENTRY,
                scene.cast().organisation(agency),
                services,
                "01632 960" + (100 + agency),
                "gofal@" + site,
                "https://www." + site,
                At.instant(At.moment((int) (scene.now() / 86_400) - 60 - agency, 10 * 60)),
                scene.cast().provider(agency).id());
    }
}
