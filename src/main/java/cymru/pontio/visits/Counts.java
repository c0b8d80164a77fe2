package cymru.pontio.visits;

/**
 * What a file of visits holds against what is known.
 *
 * @param fresh rows about visits not yet known
 * @param userMinutes care delivered according to the good rows, as the person receives it
 */
public record Counts(int fresh, int changed, int same, int bad, long userMinutes, long carerMinutes) {
    public int rows() {
        return fresh + changed + same + bad;
    }

    /** Rows that say something new. */
    public int toSave() {
        return fresh + changed;
    }

    /** Rows that can be taken over. */
    public int good() {
        return fresh + changed + same;
    }
}
