package cymru.pontio.providers.workforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a worker.
 *
 * @param left the last day of work
 * @param gender nothing leaves what the register says
 * @param training the latest day of each course done
 */
record WorkerTerms(
        String ref,
        Contract contract,
        LocalDate contractSince,
        LocalDate started,
        @Nullable LocalDate left,
        @Nullable LocalDate registered,
        @Nullable LocalDate qualified,
        @Nullable LocalDate dbs,
        int welsh,
        @Nullable Gender gender,
        Set<String> patches,
        Map<String, LocalDate> training) {
    private static final LocalDate EARLIEST = LocalDate.of(1960, 1, 1);
    /** Workers who are going to start may be in the register. */
    private static final int DAYS_AHEAD = 92;

    WorkerTerms {
        patches = new TreeSet<>(patches);
        training = new TreeMap<>(training);
    }

    /** All that does not hold together, by column. */
    List<Problem> problems(int line, Set<String> localities, LocalDate today) {
        List<Problem> found = new ArrayList<>();
        if (!OwnRef.isOne(ref))
            found.add(new Problem(line, "reference", OwnRef.saysWho(ref) ? Fault.REF_PERSON : Fault.REF));
        if (started.isAfter(today.plusDays(DAYS_AHEAD))) found.add(new Problem(line, "start", Fault.FUTURE));
        if (started.isBefore(EARLIEST)) found.add(new Problem(line, "start", Fault.TOO_OLD));
        if (contractSince.isBefore(started)) found.add(new Problem(line, "contract_since", Fault.BEFORE_START));
        if (contractSince.isAfter(today) && contractSince.isAfter(started))
            found.add(new Problem(line, "contract_since", Fault.FUTURE));
        if (left != null && left.isBefore(started)) found.add(new Problem(line, "left", Fault.BEFORE_START));
        past(line, "registered", registered, today, found);
        past(line, "qualified", qualified, today, found);
        past(line, "dbs", dbs, today, found);
        training.forEach((course, day) -> past(line, course.toLowerCase(Locale.ROOT), day, today, found));
        if (welsh < 0 || welsh > 5) found.add(new Problem(line, "welsh_level", Fault.WELSH));
        if (!localities.containsAll(patches)) found.add(new Problem(line, "patches", Fault.PATCH));
        return found;
    }

    /** The same, where nothing is said of the gender, with what the register says. */
    WorkerTerms completedBy(WorkerTerms register) {
        if (gender != null) return this;
        return new WorkerTerms(
                ref,
                contract,
                contractSince,
                started,
                left,
                registered,
                qualified,
                dbs,
                welsh,
                register.gender,
                patches,
                training);
    }

    WorkerTerms leaving(LocalDate last) {
        return new WorkerTerms(
                ref,
                contract,
                contractSince,
                started,
                last,
                registered,
                qualified,
                dbs,
                welsh,
                gender,
                patches,
                training);
    }

    WorkerTerms guaranteedFrom(LocalDate day) {
        return new WorkerTerms(
                ref,
                Contract.GUARANTEED,
                day,
                started,
                left,
                registered,
                qualified,
                dbs,
                welsh,
                gender,
                patches,
                training);
    }

    private static void past(int line, String place, @Nullable LocalDate day, LocalDate today, List<Problem> found) {
        if (day == null) return;
        if (day.isAfter(today)) found.add(new Problem(line, place, Fault.FUTURE));
        if (day.isBefore(EARLIEST)) found.add(new Problem(line, place, Fault.TOO_OLD));
    }
}
