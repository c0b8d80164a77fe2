package cymru.pontio.bridging;

import java.time.LocalDate;

/**
 * Why the declared hours do not allow it.
 *
 * @param monday the first week in which they do not
 * @param freeMinutes what is there: free carer minutes, or enablement minutes that could be given up
 * @param neededMinutes what was asked of them
 */
record Obstacle(Kind kind, LocalDate monday, int freeMinutes, int neededMinutes) {
    enum Kind {
        /** Nobody has declared hours for the week in which it starts. */
        NOT_DECLARED,
        /** More hours than are free. */
        SHORT,
        /** More enablement given up than there is. */
        TOO_MUCH_ENABLEMENT
    }
}
