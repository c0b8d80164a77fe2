package cymru.pontio.bridging;

import java.time.LocalDate;

/**
 * What the coordinator promises.
 *
 * @param displacedMinutes enablement minutes a week given up for it, said out loud
 */
record Acceptance(LocalDate start, LocalDate expectedEnd, int displacedMinutes) {}
