package cymru.pontio.demo;

import java.time.Period;
import java.util.SplittableRandom;
import java.util.UUID;

/** Writes people. Names, addresses and numbers are made up; telephone numbers are of the range kept for drama. */
final class PersonRows {
    private final Rows rows;
    private final Cast cast;

    PersonRows(Rows rows, Cast cast) {
        this.rows = rows;
        this.cast = cast;
    }

    static UUID id(Life life) {
        return Dice.key(addedAt(life), life.number, 1);
    }

    void write(Life life) {
        SplittableRandom dice = life.dice(1);
        boolean woman = Dice.chance(dice, 630);
        Place place = life.where();
        boolean confidential = Dice.chance(dice, 8);
        rows.add(
                Table.PERSON,
                id(life),
                Refs.of("PSN", life.number),
                Words.one(dice, woman ? "women" : "men"),
                Words.one(dice, "families"),
                life.bornOn(),
                nhsNumber(life.number),
                life.welsh,
                address(place, dice),
                Dice.one(dice, place.outwardCodes()) + " " + dice.nextInt(10) + "Z" + (char) ('D' + dice.nextInt(5)),
                "01632 960" + String.format("%03d", dice.nextInt(1000)),
                Dice.chance(dice, 300) ? String.format("%04d", dice.nextInt(10_000)) : "",
                confidential,
                place.code(),
                cast.team(place),
                cast.author(life).id(),
                At.instant(addedAt(life)));
        if (confidential) protect(life);
    }

    static String ageBand(Life life, int day) {
        int age = Period.between(life.bornOn(), At.date(day)).getYears();
        return age < 65 ? "18-64" : age < 75 ? "65-74" : age < 85 ? "75-84" : "85+";
    }

    private void protect(Life life) {
        rows.add(
                Table.PROTECTION,
                Dice.key(addedAt(life), life.number, 2),
                id(life),
                true,
                "Asked by the person and agreed with the police.",
                cast.author(life).id(),
                At.instant(addedAt(life)));
    }

    private static long addedAt(Life life) {
        return At.moment(At.workday(life.approvedOn - 12), 10 * 60 + life.number % 300);
    }

    private static String address(Place place, SplittableRandom dice) {
        String street = Words.one(dice, "streets");
        String house = Dice.chance(dice, 550)
                ? Words.one(dice, "houses") + ", " + street
                : 1 + dice.nextInt(80) + " " + street;
        return house + ", " + place.town();
    }

    /** Digits that pass the check, in the range that the NHS keeps for tests. */
    static String nhsNumber(int number) {
        for (int body = 999_000_000 + number * 3; ; body++) {
            int sum = 0;
            int left = body;
            for (int weight = 2; weight <= 10; weight++) {
                sum += left % 10 * weight;
                left /= 10;
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) return "" + body + check;
        }
    }
}
