package cymru.pontio.rates.simplification;

import java.time.LocalDate;

/** @param target how many rates at most, beside those agreed as exceptions */
record SimplifyTerms(Grouping grouping, Basis basis, int target, LocalDate from, String reason)
        implements ProposalTerms {}
