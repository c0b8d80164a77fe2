package cymru.pontio.carepackages;

import java.util.Set;

/**
 * What matters to the person, in the language it was written in.
 *
 * @param summary de-identified; the first proposal for an advert
 * @param language {@code en} or {@code cy}, for all free text of the package
 */
record Needs(String whatMatters, Set<Outcome> outcomes, String summary, String language) {}
