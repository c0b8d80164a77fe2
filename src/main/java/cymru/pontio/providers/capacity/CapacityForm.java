package cymru.pontio.providers.capacity;

import cymru.pontio.providers.ProviderView;
import cymru.pontio.site.DateParts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Spare hours as typed.
 *
 * @param rows one for each patch and part of the day, in the order of the page
 * @param seen how many changes there had been when the page was shown
 */
record CapacityForm(List<HoursRow> rows, DateParts validUntil, String seen) {
    CapacityForm(@Nullable List<@Nullable HoursRow> rows, @Nullable DateParts validUntil, @Nullable String seen) {
        this.rows = rows == null
                ? List.of()
                : rows.stream()
                        .map(row -> row == null ? new HoursRow("", "", "", "") : row)
                        .toList();
        this.validUntil = validUntil == null ? DateParts.blank() : validUntil;
        this.seen = seen == null ? "" : seen;
    }

    /** What is left of the last declaration, for the usual two weeks from now. */
    static CapacityForm of(Capacities.View view, List<String> patches) {
        Map<Slot, Integer> left = view.spare().again();
        return new CapacityForm(
                rows(patches, Function.identity()).stream()
                        .map(row -> row.filled(left))
                        .toList(),
                DateParts.of(Declaration.usualEnd(view.today())),
                "" + view.spare().changes());
    }

    /** What was typed, row by row as the page shows them: rows of no patch of the provider are left out. */
    CapacityForm inOrder(List<String> patches) {
        Map<HoursRow, HoursRow> typed = new TreeMap<>(HoursRow.ORDER);
        rows.forEach(row -> typed.put(row, row));
        List<HoursRow> ordered = rows(patches, blank -> typed.getOrDefault(blank, blank));
        return new CapacityForm(new ArrayList<>(ordered), validUntil, seen);
    }

    CapacityForm seen(Capacities.View view) {
        return new CapacityForm(
                new ArrayList<>(rows), validUntil, "" + view.spare().changes());
    }

    void check(ProviderView provider, LocalDate today, Words words, Errors errors) {
        for (int i = 0; i < rows.size(); i++) rows.get(i).check("rows[" + i + "].", provider, words, errors);
        if (validUntil.date().isEmpty()) errors.rejectValue("validUntil", "capacity.form.until.date");
        else if (!Declaration.reasonableEnd(validUntil.date().get(), today))
            errors.rejectValue(
                    "validUntil", "capacity.form.until.range", new Object[] {Declaration.LONGEST_DAYS / 7}, null);
    }

    /** For after the check. */
    Declaration toDeclaration() {
        Map<Slot, Integer> hours = new TreeMap<>();
        rows.forEach(row -> row.addTo(hours));
        return new Declaration(hours, validUntil.date().orElseThrow());
    }

    long changesSeen() {
        return seen.matches("\\d{1,9}") ? Long.parseLong(seen) : -1;
    }

    /** How a mistake is named in the reader's language. */
    interface Words {
        String place(String patch);

        String part(PartOfDay part);
    }

    private static List<HoursRow> rows(List<String> patches, Function<HoursRow, HoursRow> row) {
        List<HoursRow> rows = new ArrayList<>();
        for (String patch : patches)
            for (PartOfDay part : PartOfDay.values()) rows.add(row.apply(new HoursRow(patch, part.name(), "", "")));
        return rows;
    }
}
