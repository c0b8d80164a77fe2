package cymru.pontio.providers.register;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A service as a register has it: dates in ISO form, ratings as our constants, nothing for what is not said.
 *
 * @param registration the regulator's number of the service
 */
record ServiceEntry(String registration, Map<Column, String> values) {
    private static final List<Column> OF_THE_INSPECTION = List.of(Column.INSPECTED_ON, Column.REPORT_URL);

    ServiceEntry {
        values = Map.copyOf(values);
    }

    String get(Column column) {
        return values.getOrDefault(column, "");
    }

    /**
     * Where the file has no such column, what is known stays. Ratings the file says nothing about stay with the inspection
     * they come from, whatever day the file has for a later one.
     */
    ServiceEntry over(ServiceEntry known, Set<Column> given) {
        Map<Column, String> merged = new EnumMap<>(Column.class);
        known.values().forEach((column, value) -> {
            if (!given.contains(column)) merged.put(column, value);
        });
        merged.putAll(values);
        boolean silent = known.rated() && given.stream().noneMatch(Column::isRating);
        boolean undated = !merged.containsKey(Column.INSPECTED_ON)
                && merged.keySet().stream().anyMatch(Column::isRating);
        if (silent || undated) {
            for (Column column : OF_THE_INSPECTION) {
                merged.remove(column);
                if (known.values().containsKey(column)) merged.put(column, known.get(column));
            }
        }
        return new ServiceEntry(registration, merged);
    }

    private boolean rated() {
        return values.keySet().stream().anyMatch(Column::isRating);
    }
}
