package cymru.pontio.placements.transfers;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.placements.AwardRef;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.placements.Revocations;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.StandingChanged;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moving what a provider gives to others, because it fails or gives everything back. A transfer gives many notices at once and
 * remembers which; advertising, bids, awards and the end of each placement are those of every notice.
 */
@Service
public class Leavings {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TransferTable table;
    private final CarePackages packages;
    private final Endings endings;
    private final Revocations revocations;
    private final ApplicationEventPublisher events;

    Leavings(
            TransferTable table,
            CarePackages packages,
            Endings endings,
            Revocations revocations,
            ApplicationEventPublisher events) {
        this.table = table;
        this.packages = packages;
        this.endings = endings;
        this.revocations = revocations;
        this.events = events;
    }

    record TransferOpened(Actor by, String subject, String reason, Map<String, String> facts) implements Auditable {}

    /** @param note in words, which the provider reads */
    public record Terms(CareEnd why, LocalDate lastDay, String note, List<PlacementRef> chosen) {
        public Terms {
            chosen = List.copyOf(chosen);
        }
    }

    /**
     * Gives notice of each chosen placement that is live, and asks for the award of each that has not begun to be taken back;
     * those that are handed back already only join. Packages are held in the order of their ids, before anything of them is
     * read: of two who move one placement the second is told.
     */
    @Transactional
    public TransferRef open(Actor actor, ProviderView provider, Terms terms) {
        actor.must(Role.COMMISSIONER);
        table.packages(terms.chosen()).forEach(id -> packages.hold(new PackageId(id)));
        Map<PlacementRef, Held> held =
                table.held(provider.id()).stream().collect(Collectors.toMap(Held::ref, Function.identity()));
        if (terms.chosen().isEmpty()) throw new RuleBroken("transfers.error.none");
        if (!held.keySet().containsAll(terms.chosen())) throw new RuleBroken("transfers.error.changed");
        if (!torn(held.values().stream().toList(), terms.chosen()).isEmpty())
            throw new RuleBroken("transfers.error.together");
        List<Held> chosen = terms.chosen().stream().distinct().map(held::get).toList();
        // Rounds and awards before the first notice: the audit is locked last, as everywhere.
        takeBack(actor, chosen, terms.note());
        chosen.stream()
                .filter(one -> !one.pending() && one.lastDay() == null)
                .forEach(one -> endings.leave(actor, one.ref(), terms.why(), terms.note(), terms.lastDay()));
        TransferRef ref = Reference.free(() -> TransferRef.random(RANDOM), table::taken);
        Instant now = table.now();
        table.insert(ref, provider.id(), terms, actor, now);
        events.publishEvent(new StandingChanged(actor, provider.id()));
        events.publishEvent(new TransferOpened(
                actor,
                ref.value(),
                terms.why().name(),
                Map.of(
                        "provider", provider.ref(),
                        "placements", "" + chosen.size(),
                        "lastDay", terms.lastDay().toString())));
        return ref;
    }

    /** Those that stand and fall together with a chosen one, and are not chosen. */
    static List<Held> torn(List<Held> all, List<PlacementRef> chosen) {
        Set<UUID> together = new HashSet<>();
        for (Held one : all)
            if (one.pending() && one.together() != null && chosen.contains(one.ref())) together.add(one.together());
        return all.stream()
                .filter(one -> one.pending() && together.contains(one.together()) && !chosen.contains(one.ref()))
                .toList();
    }

    /** One question takes back all that stand together. */
    private void takeBack(Actor actor, List<Held> chosen, String note) {
        Set<UUID> asked = new HashSet<>();
        for (Held one : chosen) {
            if (!one.pending() || one.revocationAsked()) continue;
            if (one.together() == null || asked.add(one.together()))
                revocations.ask(actor, AwardRef.valueOf(one.award()), note);
        }
    }
}
