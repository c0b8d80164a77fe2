package cymru.pontio.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pledge in the county: six agencies hold bronze and two silver, one of them for less than a month more; one had bronze
 * withdrawn, and some wait for a commissioner. Evidence is renewed a little before its year is over.
 */
final class PledgeRows {
    private static final List<String> BRONZE = List.of("711", "712", "713", "714", "715");
    private static final List<String> SILVER = List.of("716", "717", "718");
    private static final int YEAR = 365;
    private static final int RENEWED_AFTER = 345;
    private static final int TO_ACCEPT = 10;
    private static final int WITHDRAWN = 10;
    private static final int NEARLY_OVER = 347;
    private static final String HELD = "EXPIRED";

    private final Scene scene;
    private final int today;
    private int number;

    PledgeRows(Scene scene) {
        this.scene = scene;
        this.today = (int) (scene.now() / 86_400);
    }

    void write() {
        silver(0, 120, 60);
        silver(5, 200, 150);
        bronze(1, 90);
        bronze(3, 30);
        bronze(7, 250);
        bronze(9, NEARLY_OVER);
        bronze(11, 160);
        bronze(13, 300);
        withdrawn();
        for (int clause : new int[] {0, 2}) attest(9, BRONZE.get(clause), today - 9, "WAITING", null);
        for (int agency : new int[] {4, 8})
            BRONZE.forEach(clause -> attest(agency, clause, today - 14, "WAITING", null));
        for (String clause : BRONZE.subList(0, 3)) attest(17, clause, today - 40, "ACCEPTED", null);
        attest(17, BRONZE.get(3), today - 40, "QUERIED", null);
        attest(3, SILVER.get(0), today - 6, "WAITING", null);
    }

    /** @param age days since the latest evidence */
    private void bronze(int agency, int age) {
        int first = cycles(agency, BRONZE, age, 2, null);
        hold(agency, first + TO_ACCEPT, today - age + YEAR, "BRONZE", HELD);
    }

    private void silver(int agency, int bronzeAge, int silverAge) {
        int first = cycles(agency, BRONZE, bronzeAge, 2, null);
        int raised = cycles(agency, SILVER, silverAge, 1, null) + TO_ACCEPT;
        int ends = Math.min(today - bronzeAge, today - silverAge) + YEAR;
        hold(agency, first + TO_ACCEPT, raised - 1, "BRONZE", "RAISED");
        hold(agency, raised, ends, "SILVER", HELD);
    }

    private void withdrawn() {
        int from = today - 33;
        int first = cycles(WITHDRAWN, BRONZE, 210, 1, from);
        hold(WITHDRAWN, first + TO_ACCEPT, from - 1, "BRONZE", "WITHDRAWN");
        scene.add(
                Table.PLEDGE_WITHDRAWAL,
                Dice.key(At.moment(from, 600), 9101, 0),
                scene.cast().organisation(WITHDRAWN),
                "BRONZE",
                At.date(from),
                "NOT_KEPT",
                "The rotas of May show calls back to back on three rounds. · Mae rotâu mis Mai yn dangos galwadau heb fwlch ar dair taith.",
                scene.cast().commissioner().id(),
                scene.cast().commissioner().name(),
                At.instant(At.moment(from, 640)));
    }

    /** @return the day of the first evidence */
    private int cycles(int agency, List<String> clauses, int age, int years, @Nullable Integer ended) {
        int done = today - age - RENEWED_AFTER * (years - 1);
        for (int year = 0; year < years; year++) {
            int day = done + RENEWED_AFTER * year;
            for (String clause : clauses) attest(agency, clause, day, "ACCEPTED", year == years - 1 ? ended : null);
        }
        return done;
    }

    private void attest(int agency, String clause, int done, String status, @Nullable Integer ended) {
        boolean decided = status.equals("ACCEPTED") || status.equals("QUERIED");
        Cast.Member by = scene.cast().provider(agency);
        Cast.Member commissioner = scene.cast().commissioner();
        int at = done + 3;
        scene.add(
                Table.PLEDGE_ATTESTATION,
                Dice.key(At.moment(at, 600), 9100, number),
                Refs.of("ATT", number++),
                scene.cast().organisation(agency),
                UUID.fromString("01900000-0000-7000-8000-000000000" + clause),
                status,
                At.date(done),
                At.date(done + YEAR),
                "File " + (200 + number) + ", checked by our auditor. · Ffeil " + (200 + number)
                        + ", gwiriwyd gan ein harchwilydd.",
                by.id(),
                by.name(),
                At.instant(At.moment(at, 600 + number % 300)),
                decided ? commissioner.id() : null,
                decided ? commissioner.name() : null,
                decided ? At.instant(At.moment(done + TO_ACCEPT, 660)) : null,
                status.equals("QUERIED")
                        ? "Which month do the pay slips show? · Pa fis y mae’r slipiau cyflog yn ei ddangos?"
                        : null,
                status.equals("ACCEPTED") ? At.date(done + TO_ACCEPT) : null,
                ended == null ? null : At.date(ended));
    }

    private void hold(int agency, int from, int last, String level, String ending) {
        LocalDate until = At.date(last + 1);
        scene.add(
                Table.PLEDGE_HOLDING,
                scene.cast().organisation(agency),
                "[" + At.date(from) + "," + until + ")",
                level,
                ending);
    }
}
