package cymru.pontio.carepackages;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When care should begin: not before the first day, not after the second. */
record StartWanted(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
    boolean inOrder() {
        return earliest == null || latest == null || !latest.isBefore(earliest);
    }
}
