package cymru.pontio.providers.pledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a provider says of a clause.
 *
 * @param doneOn day of the evidence
 * @param goodUntil the last day on which it is to count
 * @param evidence what it is and where it is kept
 */
record AttestationTerms(LocalDate doneOn, LocalDate goodUntil, String evidence) {
    /** Why the dates will not do, by field. */
    enum Mistake {
        DONE_LATER("doneOn"),
        DONE_LONG_AGO("doneOn"),
        OVER("goodUntil"),
        TOO_LONG("goodUntil");

        private final String field;

        Mistake(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    List<Mistake> mistakes(Clause clause, LocalDate today) {
        List<Mistake> found = new ArrayList<>();
        if (doneOn.isAfter(today)) found.add(Mistake.DONE_LATER);
        else if (clause.latestUntil(doneOn).isBefore(today)) found.add(Mistake.DONE_LONG_AGO);
        if (goodUntil.isBefore(today) || !goodUntil.isAfter(doneOn)) found.add(Mistake.OVER);
        else if (goodUntil.isAfter(clause.latestUntil(doneOn))) found.add(Mistake.TOO_LONG);
        return found;
    }
}
