package cymru.pontio.providers.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A service at its regulator, with a line for each theme.
 *
 * @param provider of ours, if it is linked to one
 * @param area local authority or regional partnership area, as published; blank where none is
 */
public record RatedService(
        Regulator regulator,
        String registration,
        String name,
        String type,
        String providerName,
        String responsible,
        String area,
        @Nullable UUID provider,
        @Nullable LocalDate inspectedOn,
        String reportUrl,
        @Nullable LocalDate vanishedOn,
        List<Line> lines) {

    /** @param rating none means not yet rated, which is normal */
    public record Line(Theme theme, @Nullable Rating rating) {}

    /** For files, like {@code SIN-00001234: WELL_BEING=GOOD CARE_AND_SUPPORT=NOT_YET_RATED}. */
    public String codes() {
        return registration
                + ": "
                + lines.stream()
                        .map(line -> line.theme() + "=" + (line.rating() == null ? "NOT_YET_RATED" : line.rating()))
                        .collect(Collectors.joining(" "));
    }

    public boolean anyRated() {
        return lines.stream().anyMatch(line -> line.rating() != null);
    }
}
