package cymru.pontio.adverts;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** More time for bids. A deadline only ever moves later, and never once it has passed. */
@Service
class Extensions {
    private final CarePackages packages;
    private final AdvertRows rows;
    private final Rounds rounds;
    private final Privacy privacy;
    private final BundleRows bundles;
    private final ApplicationEventPublisher events;

    Extensions(
            CarePackages packages,
            AdvertRows rows,
            Rounds rounds,
            Privacy privacy,
            BundleRows bundles,
            ApplicationEventPublisher events) {
        this.packages = packages;
        this.rows = rows;
        this.rounds = rounds;
        this.privacy = privacy;
        this.bundles = bundles;
        this.events = events;
    }

    record DeadlineExtended(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /**
     * The open round whose deadline may still be moved.
     *
     * @param together how many others close with it
     * @param startLatest by when care is wanted, of all these the first: bids close by then
     */
    record Extendable(AdvertFacts advert, int together, LocalDate startLatest) {}

    @Transactional(readOnly = true)
    public Extendable extendable(Actor actor, PackageRef ref) {
        AdvertFacts advert = mustBeOpen(latest(actor, ref));
        List<AdvertFacts> beside =
                bundles.openBeside(advert.id()).stream().map(rows::byId).toList();
        return new Extendable(advert, beside.size(), startLatest(Stream.concat(Stream.of(advert), beside.stream())));
    }

    /** Moves the deadline, with those of the adverts that were published with it, or says what stands against it. */
    @Transactional
    public List<Problem> extend(Actor actor, PackageRef ref, LocalDateTime typed, String reason) {
        AdvertId asked = latest(actor, ref).id();
        List<AdvertFacts> together = Stream.concat(Stream.of(asked), bundles.openBeside(asked).stream())
                .sorted(Comparator.comparing(AdvertId::value))
                .map(id -> mustBeOpen(rows.lock(id, AdvertRows.Hold.FOR_UPDATE)))
                .toList();
        AdvertFacts advert = together.stream()
                .filter(one -> one.id().equals(asked))
                .findFirst()
                .orElseThrow();
        Instant later = BidWindow.instant(typed).orElse(null);
        if (later == null) return List.of(Problem.of("deadlineAt", "adverts.form.gap"));
        if (!later.isAfter(advert.deadline()))
            return List.of(Problem.of("deadlineAt", "adverts.extension.earlier", advert.deadline()));
        Instant last = advert.publishedAt().plus(BidWindow.LONGEST);
        LocalDate startLatest = startLatest(together.stream());
        if (typed.toLocalDate().isAfter(startLatest) && startLatest.isBefore(Zone.dayOf(last)))
            return List.of(Problem.of("deadlineOn", "adverts.form.deadline.afterStart", startLatest));
        if (later.isAfter(last)) return List.of(Problem.of("deadlineOn", "adverts.form.deadline.far", last));
        for (AdvertFacts one : together) {
            List<Problem> revealing = privacy.problems(one.carePackage(), "reason", reason);
            if (!revealing.isEmpty()) return revealing;
        }
        for (AdvertFacts one : together) {
            rounds.extend(one, later, actor, reason);
            events.publishEvent(new DeadlineExtended(
                    actor, one.ref().value(), Map.of("earlier", one.deadline().toString(), "later", later.toString())));
        }
        return List.of();
    }

    /** Whoever bids by the deadline can still begin in time, whichever of them it bids for. */
    private static LocalDate startLatest(Stream<AdvertFacts> together) {
        return together.map(AdvertFacts::startLatest)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private AdvertFacts latest(Actor actor, PackageRef ref) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return rows.latest(packages.facts(actor, ref).id()).orElseThrow(NotFound::new);
    }

    private static AdvertFacts mustBeOpen(AdvertFacts advert) {
        advert.mustTakeBids();
        return advert;
    }
}
