package cymru.pontio.matching;

import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What the findings of {@link Rules} were made from: the days, rates and tasks that their sentences name. */
final class Facts {
    private Facts() {}

    static List<Cause> none(Because because, Work work, Supplier supplier, LocalDate on) {
        return List.of(Cause.of(because));
    }

    static List<Cause> lastDay(Because because, Work work, Supplier supplier, LocalDate on) {
        LocalDate last = supplier.provider().accreditedUntil();
        return List.of(last == null ? Cause.of(because) : Cause.of(because, last));
    }

    static List<Cause> lot(Because because, Work work, Supplier supplier, LocalDate on) {
        return List.of(Cause.of(because, work.lot()));
    }

    /** Each task by itself. */
    static List<Cause> training(Because because, Work work, Supplier supplier, LocalDate on) {
        List<Training> needed = Rules.trainings(work);
        if (needed.isEmpty()) return List.of(Cause.of(because));
        return needed.stream()
                .filter(need -> because == Because.TRAINED || Rules.lacks(supplier, need))
                .map(need -> Cause.of(because, need))
                .toList();
    }

    static List<Cause> gender(Because because, Work work, Supplier supplier, LocalDate on) {
        List<WorkerGender> needed = Rules.genders(work);
        if (needed.isEmpty()) return List.of(Cause.of(because));
        if (because == Because.HAS_GENDER)
            return needed.stream().map(one -> Cause.of(because, one)).toList();
        return List.of(Cause.of(because, Objects.requireNonNull(Rules.lacking(needed, work, supplier))));
    }

    static List<Cause> start(Because because, Work work, Supplier supplier, LocalDate on) {
        if (because == Because.START_PASSED) return List.of(Cause.of(because, work.startLatest()));
        Integer lead = supplier.leadDays();
        return List.of(lead == null ? Cause.of(because) : Cause.of(because, lead, on.plusDays(lead)));
    }

    static List<Cause> rate(Because because, Work work, Supplier supplier, LocalDate on) {
        int pence = supplier.pence(work.locality());
        if (pence == 0) return List.of(Cause.of(because));
        return List.of(Cause.of(because, new Money(BigDecimal.valueOf(pence, 2)), work.ceiling()));
    }

    static List<Cause> partLacking(Because because, Work work, Supplier supplier, LocalDate on) {
        if (because != Because.CRITICAL_LACKS) return List.of(Cause.of(because));
        return List.of(Cause.of(because, Objects.requireNonNull(Rules.lacking(work, supplier.spare()))));
    }
}
