package cymru.pontio.providers.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All of a file: the services it tells of, and what is wrong with its rows.
 *
 * @param problems what is wrong, the first {@link #MOST_PROBLEMS}
 * @param bad how many rows something is wrong with, all of them
 * @param mentioned every registration number in it, in bad rows too: what is mentioned has not vanished
 * @param whole whether every row could be told from the next, with its number; otherwise nobody knows what has vanished
 * @param leftOut rows of other kinds of service
 */
record ReadRegister(
        Regulator regulator,
        Set<Column> given,
        Map<String, ServiceEntry> entries,
        List<RowProblem> problems,
        int bad,
        Set<String> mentioned,
        boolean whole,
        int leftOut) {

    /** With more of them than this it is the file that is wrong: nobody corrects them one by one. */
    static final int MOST_PROBLEMS = 5_000;

    static ReadRegister of(byte[] bytes, Regulator own) {
        RegisterFile file = RegisterFile.of(FileText.of(bytes).text(), own);
        Reading reading = new Reading(file.regulator());
        file.rows(reading::take);
        if (reading.mentioned.isEmpty() && reading.problems.isEmpty())
            throw new FileRefused(FileRefused.Fault.NO_HOME_CARE, reading.leftOut);
        return new ReadRegister(
                file.regulator(),
                file.given(),
                reading.entries,
                List.copyOf(reading.problems),
                reading.bad.size(),
                reading.mentioned,
                reading.whole,
                reading.leftOut);
    }

    private static final class Reading {
        private final Regulator regulator;
        private final Map<String, ServiceEntry> entries = new LinkedHashMap<>();
        private final Map<String, Long> lines = new LinkedHashMap<>();
        private final Set<String> twice = new HashSet<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private final Set<Long> bad = new HashSet<>();
        private final Set<String> mentioned = new HashSet<>();
        private boolean whole = true;
        private int leftOut;

        Reading(Regulator regulator) {
            this.regulator = regulator;
        }

        void take(RegisterFile.Row row) {
            String type = row.get(Column.TYPE);
            if (!type.isEmpty() && !row.misshapen() && !regulator.isHomeCare(type)) {
                leftOut++;
                return;
            }
            RowCheck.Outcome outcome = RowCheck.of(regulator, row);
            if (outcome.hidesOthers()) whole = false;
            if (!outcome.registration().isEmpty()) mentioned.add(outcome.registration());
            outcome.problems().forEach(this::note);
            outcome.entry().ifPresent(entry -> keep(entry, outcome.line()));
        }

        /** The same row again is no harm; two that differ leave nobody to say which is right. */
        private void keep(ServiceEntry entry, long line) {
            String registration = entry.registration();
            if (twice.contains(registration)) {
                note(twice(registration, line));
                return;
            }
            ServiceEntry first = entries.get(registration);
            if (first == null) {
                entries.put(registration, entry);
                lines.put(registration, line);
            } else if (!first.equals(entry)) {
                entries.remove(registration);
                twice.add(registration);
                note(twice(registration, lines.getOrDefault(registration, line)));
                note(twice(registration, line));
            }
        }

        private void note(RowProblem problem) {
            bad.add(problem.line());
            if (problems.size() < MOST_PROBLEMS) problems.add(problem);
        }

        private RowProblem twice(String registration, long line) {
            return new RowProblem(line, registration, Column.REGISTRATION.heading(regulator), Fault.TWICE.name());
        }
    }
}
