package cymru.pontio.providers.pledge;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One promise of a version.
 *
 * @param goodMonths the longest its evidence is good for
 * @param mandatory the level cannot be had without it
 */
record Clause(
        UUID id,
        String code,
        String textEn,
        String textCy,
        Evidence evidence,
        int goodMonths,
        Level level,
        boolean mandatory) {

    /** The latest day to which evidence of that day may count. */
    LocalDate latestUntil(LocalDate doneOn) {
        return doneOn.plusMonths(goodMonths);
    }
}
