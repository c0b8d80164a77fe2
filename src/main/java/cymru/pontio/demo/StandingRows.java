package cymru.pontio.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what the regulators say of each provider, and the two embargoes of the county: one in force, one lifted. */
final class StandingRows {
    /** Copper Kettle Care at Home: small, so that the story of the county goes on as it was. */
    private static final int STOPPED = 14;

    private static final int LIFTED = 10;
    private static final int CROSS_BORDER = 16;
    private static final int REVIEW_DAYS = 21;
    private static final int RATINGS_FROM = At.day(LocalDate.of(2025, 4, 1));

    private static final List<String> CIW =
            List.of("EXCELLENT", "GOOD", "REQUIRES_IMPROVEMENT", "REQUIRES_SIGNIFICANT_IMPROVEMENT");
    private static final List<String> GIVEN =
            List.of("Ffraid", "Emrys", "Leusa", "Gruff", "Tirion", "Harri", "Betsan", "Idwal", "Swyn", "Morus");
    private static final List<String> FAMILY =
            List.of("Ashdown", "Penhale", "Rowe", "Tegid", "Marlow", "Cadno", "Quill", "Bevington", "Hafod", "Stroud");
    private static final String REASON =
            "The inspection report found visits cut short and no record of why. We need a plan for rosters and for"
                    + " recording before more people depend on the service.";
    private static final String EARLIER =
            "Two visits were missed in one week and nobody told us until the families did.";
    private static final String PUT_RIGHT =
            "Missed visits are now reported within the hour, and the last eight weeks had none. Seen in the visit records.";

    private final Scene scene;
    private final int today;

    StandingRows(Scene scene) {
        this.scene = scene;
        this.today = (int) (scene.now() / 86_400);
    }

    /** What matching reads. */
    static String embargo(int agency) {
        return agency == STOPPED ? "NEW_WORK" : "NONE";
    }

    void write() {
        embargoInForce();
        embargoLifted();
        file();
        for (int agency = 0; agency < Agency.ALL.size(); agency++) service(agency);
        unlinked(100, "Gofal Pont y Rhyd", "Pont y Rhyd Cyf", false);
        unlinked(101, "Harebell Steps Care", "Harebell Steps Ltd", false);
        unlinked(102, "Lantern Bridge Support", "Lantern Bridge Ltd", true);
        crossBorder();
    }

    private void embargoInForce() {
        long at = At.moment(today - 1, 10 * 60 + 15);
        UUID id = Dice.key(at, 9100, STOPPED);
        LocalDate review = At.date(today + REVIEW_DAYS);
        var by = scene.cast().commissioner();
        embargo(id, STOPPED, "REGULATOR", REASON, at, review, null);
        event(id, "IMPOSED", at, by, review, REASON);
    }

    private void embargoLifted() {
        long at = At.moment(today - 400, 9 * 60 + 40);
        long asked = At.moment(today - 343, 14 * 60);
        long lifted = At.moment(today - 342, 11 * 60 + 5);
        UUID id = Dice.key(at, 9100, LIFTED);
        LocalDate first = At.date(today - 372);
        LocalDate second = At.date(today - 330);
        var one = scene.cast().commissioner();
        var other = scene.cast().otherCommissioner();
        embargo(id, LIFTED, "QUALITY", EARLIER, at, second, new Lifting(asked, lifted));
        event(id, "IMPOSED", at, one, first, EARLIER);
        event(
                id,
                "REVIEWED",
                At.moment(today - 372, 15 * 60),
                one,
                second,
                "Reporting is better, but four weeks without a missed visit are too few to be sure.");
        event(id, "LIFT_ASKED", asked, one, second, PUT_RIGHT);
        event(id, "LIFTED", lifted, other, second, PUT_RIGHT);
    }

    private record Lifting(long asked, long at) {}

    private void embargo(
            UUID id, int agency, String cause, String reason, long at, LocalDate review, @Nullable Lifting lifting) {
        var one = scene.cast().commissioner();
        var other = scene.cast().otherCommissioner();
        boolean over = lifting != null;
        scene.add(
                Table.EMBARGO,
                id,
                Refs.of("EMB", agency),
                scene.cast().organisation(agency),
                "NEW_WORK",
                cause,
                reason,
                "en",
                one.id(),
                one.name(),
                At.instant(at),
                review,
                over ? one.id() : null,
                over ? one.name() : null,
                lifting == null ? null : At.instant(lifting.asked()),
                over ? PUT_RIGHT : null,
                over ? other.id() : null,
                over ? other.name() : null,
                lifting == null ? null : At.instant(lifting.at()));
    }

    private void event(UUID embargo, String event, long at, Cast.Member by, LocalDate review, String note) {
        scene.add(Table.EMBARGO_EVENT, embargo, event, At.instant(at), by.id(), by.name(), "NEW_WORK", review, note);
    }

    /** The file from which all this came. */
    private void file() {
        long at = At.moment(At.workday(today - 30), 9 * 60 + 20);
        var by = scene.cast().commissioner();
        scene.add(
                Table.REGISTER_IMPORT,
                Dice.key(at, 9101),
                Refs.of("REG", 0),
                "CIW",
                "APPLIED",
                "0".repeat(64),
                0,
                true,
                Agency.ALL.size() + 3,
                0,
                0,
                0,
                0,
                0,
                0,
                1_310,
                by.id(),
                by.name(),
                At.instant(at),
                by.id(),
                by.name(),
                At.instant(at + 900));
    }

    private void service(int number) {
        Agency agency = Agency.ALL.get(number);
        SplittableRandom dice = Dice.of(number, 9102);
        boolean rated = number == STOPPED || agency.score() != null && number % 4 != 3;
        int day = number == STOPPED
                ? today - 25
                : RATINGS_FROM + 20 + dice.nextInt(Math.max(1, today - RATINGS_FROM - 60));
        LocalDate inspected = rated ? At.date(day) : null;
        UUID id = entry(
                "CIW",
                number,
                registration(number),
                agency.name(),
                agency.name() + " Cyf",
                inspected,
                scene.cast().organisation(number),
                null);
        if (inspected == null) return;
        int[][] shares = {{380, 567, 32, 21}, {302, 618, 58, 22}, {263, 629, 80, 28}};
        List<String> themes = List.of("WELL_BEING", "CARE_AND_SUPPORT", "LEADERSHIP");
        for (int i = 0; i < themes.size(); i++) {
            String rating = number == STOPPED ? CIW.get(Math.min(3, 1 + i)) : CIW.get(Dice.weighted(dice, shares[i]));
            rating("CIW", id, themes.get(i), rating, inspected, registration(number));
        }
    }

    private void unlinked(int number, String name, String provider, boolean vanished) {
        entry("CIW", number, registration(number), name, provider, null, null, vanished ? At.date(today - 30) : null);
    }

    /** An agency that works in England as well has two regulators with two scales. */
    private void crossBorder() {
        LocalDate inspected = At.date(today - 500);
        String number = "1-20044" + CROSS_BORDER;
        String name = Agency.ALL.get(CROSS_BORDER).name() + " (Hereford)";
        UUID id = entry(
                "CQC",
                200,
                number,
                name,
                "Dipper Weir Ltd",
                inspected,
                scene.cast().organisation(CROSS_BORDER),
                null);
        rating("CQC", id, "OVERALL", "GOOD", inspected, number);
        rating("CQC", id, "WELL_LED", "REQUIRES_IMPROVEMENT", inspected, number);
    }

    private UUID entry(
            String regulator,
            int number,
            String registration,
            String name,
            String provider,
            @Nullable LocalDate inspected,
            @Nullable UUID linked,
            @Nullable LocalDate vanished) {
        SplittableRandom dice = Dice.of(number, 9103);
        long seen = At.moment(today - 400, 9 * 60);
        boolean ciw = regulator.equals("CIW");
        UUID id = Dice.key(seen, 9103, number);
        scene.add(
                Table.REGISTER_ENTRY,
                id,
                regulator,
                registration,
                name,
                ciw ? "Domiciliary Support Service" : "Homecare agencies",
                ciw ? "" : "Herefordshire",
                ciw ? "Gwern Regional Partnership Board" : "West Midlands",
                ciw ? Dice.one(dice, GIVEN) + " " + Dice.one(dice, FAMILY) : "",
                (ciw ? "RIN-" : "1-") + (1_000_000 + number * 37),
                provider,
                inspected,
                inspected == null ? "" : report(registration),
                At.date(today - 400),
                vanished,
                linked,
                linked == null ? null : "REGISTRATION",
                linked == null ? null : At.instant(seen));
        return id;
    }

    private void rating(String regulator, UUID entry, String theme, String rating, LocalDate on, String registration) {
        scene.add(Table.REGISTER_RATING, entry, regulator, theme, rating, on, report(registration));
    }

    private static String report(String registration) {
        return "https://register.example/reports/" + registration;
    }

    private static String registration(int number) {
        return String.format("SIN-%08d-%s", 9_000 + number * 41, (char) ('A' + number % 26) + "CYM");
    }
}
