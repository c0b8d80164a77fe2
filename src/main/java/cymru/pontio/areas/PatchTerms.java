package cymru.pontio.areas;

import java.util.List;
import java.util.Set;

/**
 * A patch as a commissioner wants it.
 *
 * @param communities codes of all it is to have
 * @param centre easting and northing of its centre on the National Grid in kilometres, like {@code 304 228}; empty if not known
 * @param rest patch that takes the communities it gives up; empty where it gives up none
 * @param seen number of the latest change on the page, so that an old page cannot save over a newer one
 */
record PatchTerms(
        String nameEn,
        String nameCy,
        Set<String> communities,
        List<OutwardCode> codes,
        String centre,
        String rest,
        String reason,
        long seen) {}
