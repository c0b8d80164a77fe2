package cymru.pontio.rates.simplification;

import java.time.LocalDate;

/** What is proposed: fewer rates, or an uplift. */
sealed interface ProposalTerms permits SimplifyTerms, UpliftTerms {

    /** First day of the new rates. */
    LocalDate from();

    String reason();
}
