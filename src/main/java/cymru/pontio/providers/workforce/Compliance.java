package cymru.pontio.providers.workforce;

import cymru.pontio.providers.workforce.Due.Kind;
import cymru.pontio.providers.workforce.Due.Urgency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A worker against the standard on a day.
 *
 * @param dues all that is still to be done, the nearest first
 */
record Compliance(Worker worker, List<Due> dues, LocalDate today) {

    static Compliance of(Worker worker, Standard standard, LocalDate today) {
        List<Due> dues = new ArrayList<>();
        if (worker.worksOn(today)) {
            dues.add(dbs(worker, standard));
            registration(worker, standard).ifPresent(dues::add);
            standard.courses().forEach(course -> training(worker, course).ifPresent(dues::add));
            offer(worker, standard).ifPresent(dues::add);
        }
        dues.sort(Comparator.comparing(Due::by).thenComparing(Due::kind));
        return new Compliance(worker, List.copyOf(dues), today);
    }

    public boolean compliant() {
        return count(Urgency.OVERDUE) == 0;
    }

    public List<Due> of(Urgency urgency) {
        return dues.stream().filter(due -> due.urgency(today) == urgency).toList();
    }

    public int count(Urgency urgency) {
        return of(urgency).size();
    }

    /** What is overdue or due within sixty days. */
    public List<Due> near() {
        return dues.stream().filter(due -> due.urgency(today) != Urgency.LATER).toList();
    }

    public @Nullable Due first() {
        return near().isEmpty() ? null : near().getFirst();
    }

    private static Due dbs(Worker worker, Standard standard) {
        LocalDate checked = worker.dbs();
        // Nobody visits without one.
        return checked == null
                ? new Due(Kind.DBS, null, worker.started().minusDays(1))
                : new Due(Kind.DBS_RENEWAL, null, checked.plusMonths(standard.dbsMonths()));
    }

    /** Six months end on the same day of the month, or on its last where it has no such day. */
    private static Optional<Due> registration(Worker worker, Standard standard) {
        LocalDate registered = worker.registered();
        if (registered == null)
            return Optional.of(
                    new Due(Kind.REGISTRATION, null, worker.started().plusMonths(standard.registrationMonths())));
        return worker.qualified() != null
                ? Optional.empty()
                : Optional.of(new Due(Kind.QUALIFICATION, null, registered.plusMonths(standard.qualificationMonths())));
    }

    private static Optional<Due> training(Worker worker, Course course) {
        Optional<Worker.Done> done = worker.done(course.code());
        if (done.isEmpty()) {
            // Before the first visit means the day before the start.
            LocalDate by = course.withinWeeks() == 0
                    ? worker.started().minusDays(1)
                    : worker.started().plusWeeks(course.withinWeeks());
            return Optional.of(new Due(Kind.TRAINING, course, by));
        }
        LocalDate expires = done.get().expires();
        return expires == null ? Optional.empty() : Optional.of(new Due(Kind.TRAINING_RENEWAL, course, expires));
    }

    /** Three months from the start of such hours, and again from each offer after which the worker stayed with them. */
    private static Optional<Due> offer(Worker worker, Standard standard) {
        if (worker.contract() == Contract.GUARANTEED) return Optional.empty();
        LocalDate from = worker.offers().stream()
                .map(Worker.Offer::on)
                .filter(on -> on.isAfter(worker.contractSince()))
                .max(Comparator.naturalOrder())
                .orElse(worker.contractSince());
        return Optional.of(new Due(Kind.OFFER, null, from.plusMonths(standard.offerMonths())));
    }
}
