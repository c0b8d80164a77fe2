package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A worker under the employer’s own number.
 *
 * @param training the latest of each course
 * @param offers the latest first
 */
record Worker(
        UUID id,
        UUID provider,
        String ref,
        Contract contract,
        LocalDate contractSince,
        LocalDate started,
        @Nullable LocalDate left,
        @Nullable LocalDate registered,
        @Nullable LocalDate qualified,
        @Nullable LocalDate dbs,
        int welsh,
        Gender gender,
        int version,
        List<String> patches,
        List<Done> training,
        List<Offer> offers) {
    /** From here on a worker can hold a conversation about care in Welsh. */
    static final int SPEAKS = 3;

    /** @param expires the last day on which it counts; none means it always does */
    record Done(String course, LocalDate on, @Nullable LocalDate expires) {}

    record Offer(LocalDate on, OfferChoice choice) {}

    boolean worksOn(LocalDate day) {
        return left == null || !left.isBefore(day);
    }

    void mustNotHaveLeft() {
        if (left != null) throw new RuleBroken("workforce.error.left");
    }

    /** Who has guaranteed hours is not offered them. */
    void mustNotBeGuaranteed() {
        if (contract == Contract.GUARANTEED) throw new RuleBroken("workforce.error.guaranteed");
    }

    public boolean speaksWelsh() {
        return welsh >= SPEAKS;
    }

    public Optional<Done> done(String course) {
        return training.stream().filter(one -> one.course.equals(course)).max(Comparator.comparing(Done::on));
    }

    WorkerTerms terms() {
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
                gender,
                Set.copyOf(patches),
                training.stream().collect(Collectors.toMap(Done::course, Done::on, Worker::later)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
