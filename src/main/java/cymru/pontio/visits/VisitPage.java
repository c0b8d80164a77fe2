package cymru.pontio.visits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Visits of a period, latest day first.
 *
 * @param next where the list goes on, none if this is all
 * @param packages references, for the packages in the list
 * @param providers names, for the providers in the list
 */
public record VisitPage(
        List<VisitLine> lines,
        @Nullable String next,
        VisitSums sums,
        Map<UUID, String> packages,
        Map<UUID, String> providers) {

    /** One page of the lines, which hold one more than that if the list goes on. */
    static VisitPage of(
            List<VisitLine> lines, int most, VisitSums sums, Map<UUID, String> packages, Map<UUID, String> providers) {
        boolean more = lines.size() > most;
        List<VisitLine> shown = more ? lines.subList(0, most) : lines;
        return new VisitPage(shown, more ? shown.getLast().key() : null, sums, packages, providers);
    }

    /** The same, refused if it is too long for one file. */
    VisitPage whole() {
        if (next != null) throw VisitQuery.tooMany();
        return this;
    }

    public Map<LocalDate, List<VisitLine>> days() {
        Map<LocalDate, List<VisitLine>> days = new LinkedHashMap<>();
        for (VisitLine line : lines)
            days.computeIfAbsent(line.date(), day -> new ArrayList<>()).add(line);
        return days;
    }

    public String packageOf(VisitLine line) {
        return packages.getOrDefault(line.carePackage(), "");
    }

    public String providerOf(VisitLine line) {
        return providers.getOrDefault(line.provider(), "");
    }
}
