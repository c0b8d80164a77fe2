package cymru.pontio.demo;

import cymru.pontio.demo.Cast.Member;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Writes what the council's own team did beside long-term care: bridging, enablement, and how many hours it has. */
final class BridgingRows {
    private static final int DECLARED_AHEAD = 56;
    private static final int AVAILABLE = 2_300 * 60;
    private static final int REVIEW_DAYS = 14;
    private static final List<String> REASONS =
            List.of("NO_PROVIDER", "DISCHARGE", "CARER_UNABLE", "NO_PROVIDER", "RISK_AT_HOME");

    private final Scene scene;
    private final Member inhouse;
    private final int from = At.firstDay(Plot.FIRST);

    BridgingRows(Scene scene) {
        this.scene = scene;
        this.inhouse = scene.cast().inhouse();
    }

    void write(Course course) {
        for (int i = 0; i < course.life.bridged.size(); i++) episode(course, i, course.life.bridged.get(i));
    }

    private void episode(Course course, int number, Stay stay) {
        Life life = course.life;
        if (!scene.past(At.moment(stay.from(), 8 * 60))) return;
        long begins = At.moment(stay.from(), 7 * 60);
        long requested = Math.min(At.office(stay.from() - 1, life.dice(800 + number)), begins);
        long answered = Math.min(requested + 7200, begins + 1800);
        boolean ended = ended(course, stay);
        UUID id = Dice.key(requested, life.number, 800, number);
        scene.add(
                Table.EPISODE,
                id,
                Refs.of("BRG", life.number * 2 + number % 2),
                Scene.packageId(life),
                PersonRows.id(life),
                life.where().code(),
                ended ? "ENDED" : "ACTIVE",
                life.userMinutesWeek(),
                life.carerMinutesWeek(),
                life.carerMinutesWeek() * 4 / 5,
                reason(life),
                scene.cast().broker(life.number).id(),
                At.instant(requested),
                inhouse.id(),
                At.instant(answered),
                At.date(stay.from()),
                At.date(stay.from() + 42),
                At.date(review(stay)),
                ended ? At.date(stay.until()) : null,
                ended ? inhouse.id() : null,
                ended ? At.instant(At.moment(stay.until(), 12 * 60)) : null,
                ended ? endReason(life, stay) : null);
        days(life, id, stay);
    }

    /** Whoever asks today for bridging that nobody has answered yet. */
    static void request(Scene scene, Life life, long at) {
        scene.add(
                Table.EPISODE,
                Dice.key(at, life.number, 805),
                Refs.of("BRG", 500_000 + life.number),
                Scene.packageId(life),
                PersonRows.id(life),
                life.where().code(),
                "REQUESTED",
                life.userMinutesWeek(),
                life.carerMinutesWeek(),
                0,
                reason(life),
                scene.cast().broker(life.number).id(),
                At.instant(at),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private boolean ended(Course course, Stay stay) {
        if (stay.open() || !scene.past(At.moment(stay.until(), 12 * 60))) return false;
        return stay.until() != course.life.startOn || scene.past(course.startToldAt);
    }

    private static String reason(Life life) {
        return REASONS.get(life.number % REASONS.size());
    }

    private int review(Stay stay) {
        int day = Math.min(stay.until(), (int) (scene.now() / 86_400));
        return stay.from() + REVIEW_DAYS * ((day - stay.from()) / REVIEW_DAYS + 1);
    }

    static String endReason(Life life, Stay stay) {
        if (stay.until() == life.startOn) return "AGENCY_STARTED";
        return stay.until() == life.withdrawnOn ? "NOT_NEEDED" : life.number % 2 == 0 ? "HOSPITAL" : "REABLEMENT";
    }

    private void days(Life life, UUID episode, Stay stay) {
        SplittableRandom dice = life.dice(810);
        for (int day = Math.max(stay.from(), from); day < stay.until(); day++) {
            long recorded = At.moment(day + 1, 8 * 60);
            if (!scene.past(recorded)) return;
            int user = 0;
            int carer = 0;
            for (Call call : life.calls) {
                int minutes = call.on(day) ? call.minutes() - dice.nextInt(4) : 0;
                user += minutes;
                carer += minutes * call.workers();
            }
            int displaced = carer * (70 + dice.nextInt(25)) / 100;
            scene.add(
                    Table.BRIDGED_DAY,
                    episode,
                    At.date(day),
                    user,
                    carer,
                    displaced,
                    inhouse.id(),
                    At.instant(recorded));
        }
    }

    /** Week by week; what bridging takes is missing in enablement. Hours are declared eight weeks ahead. */
    void weeks(Plot plot) {
        int first = from - At.weekday(from) + 1;
        for (int monday = first; scene.past(At.moment(monday - DECLARED_AHEAD, 0)); monday += 7) {
            SplittableRandom dice = Dice.of(monday, 820);
            int bridging = plot.bridged(Math.max(0, At.month(monday))) * 15 * 60;
            int enablement = Math.max(AVAILABLE / 4, AVAILABLE * 62 / 100 - bridging) - dice.nextInt(40) * 60;
            int available = AVAILABLE + dice.nextInt(60) * 60;
            scene.add(
                    Table.INHOUSE_WEEK,
                    At.date(monday),
                    available,
                    enablement,
                    inhouse.id(),
                    At.instant(At.moment(monday - DECLARED_AHEAD, 0)));
            if (!scene.past(At.moment(monday + 7, 9 * 60))) continue;
            for (Place place : Place.ALL) enablement(place, monday, enablement * place.weight() / 1150);
        }
    }

    private void enablement(Place place, int monday, int user) {
        int people = Math.max(1, user / (7 * 60));
        scene.add(Table.ENABLEMENT, At.date(monday), place.code(), user, user * 115 / 100, people);
    }
}
