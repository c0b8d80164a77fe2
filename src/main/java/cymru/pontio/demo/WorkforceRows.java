package cymru.pontio.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works for each agency, under its own numbers: twelve to ninety, with the gaps a council finds. */
final class WorkforceRows {
    /** @param weeks after the start; months until again, nought for once */
    private record Taught(String code, int weeks, int months) {}

    private static final List<Taught> COURSES = List.of(
            new Taught("INDUCTION", 12, 0),
            new Taught("MOVING_AND_HANDLING", 0, 12),
            new Taught("MEDICATION", 4, 24),
            new Taught("SAFEGUARDING", 4, 36),
            new Taught("INFECTION_CONTROL", 4, 24),
            new Taught("FIRST_AID", 12, 36),
            new Taught("WELSH_AWARENESS", 12, 0));
    private static final int LARGEST = 17;
    private static final int SMALLEST = 3;

    private final Scene scene;
    private final LocalDate today;

    WorkforceRows(Scene scene) {
        this.scene = scene;
        this.today = At.date((int) (scene.now() / 86_400));
    }

    void write() {
        for (int agency = 0; agency < Agency.INHOUSE; agency++) {
            int workers = 12 + (Agency.ALL.get(agency).size() - SMALLEST) * 78 / (LARGEST - SMALLEST);
            for (int i = 0; i < workers; i++) worker(agency, i);
        }
    }

    private void worker(int agency, int number) {
        SplittableRandom dice = Dice.of(9200, agency, number);
        LocalDate started = today.minusDays(Dice.chance(dice, 150) ? 5 + dice.nextInt(175) : 180 + dice.nextInt(2400));
        UUID id = Dice.key(started.toEpochDay() * 86_400, 9201, agency, number);
        boolean guaranteed = !Dice.chance(dice, 240);
        boolean gone = Dice.chance(dice, 40) && started.isBefore(today.minusDays(200));
        List<String> patches = Agency.ALL.get(agency).patches();
        String patch = Dice.one(dice, patches);
        LocalDate registered = registered(dice, started);
        scene.add(
                Table.WORKER,
                id,
                scene.cast().organisation(agency),
                String.format(
                        "%s%04d", Dice.one(Dice.of(9202, agency), List.of("W-", "CW", "G", "E-")), 1003 + number * 7),
                guaranteed ? "GUARANTEED" : "NON_GUARANTEED",
                started,
                started,
                gone ? today.minusDays(1 + dice.nextInt(150)) : null,
                registered,
                qualified(dice, registered),
                Dice.chance(dice, 12) ? null : notBefore(started.minusDays(20), today.minusDays(dice.nextInt(1130))),
                welsh(dice, agency, patch),
                gender(agency, number),
                scene.cast().provider(agency).id(),
                At.instant(scene.now() - 86_400));
        scene.add(Table.WORKER_PATCH, id, patch);
        if (patches.size() > 1 && Dice.chance(dice, 350)) second(id, patch, patches, dice);
        for (Taught course : COURSES) training(id, course, started, dice);
        if (!guaranteed) offer(id, agency, started, dice);
    }

    private void second(UUID id, String first, List<String> patches, SplittableRandom dice) {
        String other = Dice.one(dice, patches);
        if (!other.equals(first)) scene.add(Table.WORKER_PATCH, id, other);
    }

    private @Nullable LocalDate registered(SplittableRandom dice, LocalDate started) {
        LocalDate on = notBefore(LocalDate.of(2020, 4, 1), started.plusDays(20 + dice.nextInt(150)));
        boolean late = Dice.chance(dice, 25);
        return late || on.isAfter(today) ? null : on;
    }

    private @Nullable LocalDate qualified(SplittableRandom dice, @Nullable LocalDate registered) {
        if (registered == null) return null;
        LocalDate on = registered.plusDays(120 + dice.nextInt(900));
        return Dice.chance(dice, 20) || on.isAfter(today) ? null : on;
    }

    private void training(UUID id, Taught course, LocalDate started, SplittableRandom dice) {
        LocalDate first = started.plusDays(course.weeks() == 0 ? -2 : 1 + dice.nextInt(course.weeks() * 7));
        if (first.isAfter(today) || Dice.chance(dice, 12)) return;
        LocalDate on = first;
        if (course.months() > 0) {
            // Most are renewed in time; a few have run over.
            int days = course.months() * 30;
            on = notBefore(first, today.minusDays(dice.nextInt(Dice.chance(dice, 30) ? days + 60 : days)));
        }
        scene.add(
                Table.WORKER_TRAINING,
                id,
                course.code(),
                on,
                course.months() == 0 ? null : on.plusMonths(course.months()));
    }

    private void offer(UUID id, int agency, LocalDate started, SplittableRandom dice) {
        LocalDate on = today.minusDays(dice.nextInt(Dice.chance(dice, 150) ? 140 : 88));
        if (on.isBefore(started.plusDays(60))) return;
        scene.add(
                Table.WORKER_OFFER,
                id,
                on,
                "STAY",
                scene.cast().provider(agency).id(),
                At.instant(At.moment(At.day(on), 700)));
    }

    /** Five of six are women; some registers leave it open for some. */
    private static @Nullable String gender(int agency, int number) {
        SplittableRandom own = Dice.of(9203, agency, number);
        if (Dice.chance(own, 60)) return null;
        return Dice.chance(own, 835) ? "FEMALE" : "MALE";
    }

    private static int welsh(SplittableRandom dice, int agency, String patch) {
        int speakers = Place.ALL.stream()
                .filter(place -> place.code().equals(patch))
                .findFirst()
                .orElseThrow()
                .welsh();
        if (Dice.chance(dice, speakers + (Agency.ALL.get(agency).welsh() ? 120 : 0))) return 3 + dice.nextInt(3);
        return Dice.chance(dice, 350) ? 1 + dice.nextInt(2) : 0;
    }

    private static LocalDate notBefore(LocalDate earliest, LocalDate day) {
        return day.isBefore(earliest) ? earliest : day;
    }
}
