package cymru.pontio.carepackages;

import java.util.Set;

/** What workers and brokers must know to keep everybody safe; only the first is about the person alone. */
record Risks(String toPerson, String toWorkers, String equipment, Set<Training> training) {}
