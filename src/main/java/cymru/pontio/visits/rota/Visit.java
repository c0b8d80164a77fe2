package cymru.pontio.visits.rota;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** When one call begins and who comes; the second worker only where two are needed. */
record Visit(LocalTime starts, String worker, @Nullable String second) {}
