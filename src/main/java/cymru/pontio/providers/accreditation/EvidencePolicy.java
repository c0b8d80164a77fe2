package cymru.pontio.providers.accreditation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What evidence is enough, and how long. */
final class EvidencePolicy {
    private EvidencePolicy() {}

    /**
     * Kinds that have not even been shown.
     *
     * @param regulated whether the law wants a registration: not of micro-enterprises for up to four people
     */
    static List<EvidenceKind> notShown(Collection<Evidence> all, boolean regulated, LocalDate on) {
        return without(all, regulated, one -> one.offered(on));
    }

    /** Kinds for which no commissioner has accepted anything that still counts. */
    static List<EvidenceKind> notProved(Collection<Evidence> all, boolean regulated, LocalDate on) {
        return without(all, regulated, one -> one.proves(on));
    }

    /** The first day on which something mandatory runs out; a newer file of a kind replaces the older. */
    static Optional<LocalDate> lastDay(Collection<Evidence> all) {
        return all.stream()
                .map(Evidence::kind)
                .filter(EvidenceKind::mandatory)
                .distinct()
                .map(kind -> lastDay(all, kind))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> lastDay(Collection<Evidence> all, EvidenceKind kind) {
        List<Evidence> accepted = all.stream()
                .filter(one -> one.kind() == kind && one.review() == Evidence.Review.ACCEPTED)
                .toList();
        if (accepted.stream().anyMatch(one -> one.expiresOn() == null)) return Optional.empty();
        return accepted.stream()
                .map(Evidence::expiresOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    private static List<EvidenceKind> without(Collection<Evidence> all, boolean regulated, Predicate<Evidence> good) {
        return EvidenceKind.neededBy(regulated).stream()
                .filter(kind -> all.stream().noneMatch(one -> one.kind() == kind && good.test(one)))
                .toList();
    }
}
