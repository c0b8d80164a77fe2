package cymru.pontio.providers.register;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one row.
 *
 * @param line in the file, the first line being 1
 * @param registration blank if it cannot be read
 * @param heading of the column, in the regulator's words; none if it is about the whole row
 */
public record RowProblem(
        long line, String registration, @Nullable String heading, String fault) {}
