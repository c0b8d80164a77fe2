package cymru.pontio.matching;

import cymru.pontio.kernel.Money;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What a provider would do for an advert, as far as the score needs it.
 *
 * @param bid whatever the caller calls it by
 * @param linesAsAsked lines offered in the advertised window
 * @param linesOtherwise lines offered in another window; lines in neither set are not offered
 * @param continuity the provider looks after the person already or did so lately
 */
public record Offer(
        UUID bid,
        UUID provider,
        Money rate,
        LocalDate start,
        Set<UUID> linesAsAsked,
        Set<UUID> linesOtherwise,
        boolean continuity,
        boolean welsh) {}
