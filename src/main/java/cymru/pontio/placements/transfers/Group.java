package cymru.pontio.placements.transfers;

import cymru.pontio.matching.runs.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Placements that are best moved together.
 *
 * @param run what they would make; none where each is advertised alone, and they have only the area in common
 * @param takers agencies that may bid for all of the run, by name
 */
public record Group<T>(List<T> rows, @Nullable Run run, List<String> takers) {}
