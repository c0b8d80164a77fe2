package cymru.pontio.placements.transfers;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.runs.Run;
import cymru.pontio.matching.runs.Runs;
import cymru.pontio.matching.runs.Waiting;
import cymru.pontio.placements.AwardRef;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.placements.Revocations;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
public class Transfers {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TransferTable table;
    private final Providers providers;
    private final CarePackages packages;
    private final Endings endings;
    private final Revocations revocations;
    private final Runs runs;
    private final ApplicationEventPublisher events;

    Transfers(
            TransferTable table,
            Providers providers,
            CarePackages packages,
            Endings endings,
            Revocations revocations,
            Runs runs,
            ApplicationEventPublisher events) {
        this.table = table;
        this.providers = providers;
        this.packages = packages;
        this.endings = endings;
        this.revocations = revocations;
        this.runs = runs;
        this.events = events;
    }

    record TransferOpened(Actor by, String subject, String reason, Map<String, String> facts) implements Auditable {}

    /**
     * What may be moved, in groups that keep runs together.
     *
     * @param earliest last day of care that leaves the days of notice
     */
    public record Choice(ProviderView provider, List<Group<Held>> groups, LocalDate today, LocalDate earliest) {
        public List<Held> all() {
            return groups.stream().flatMap(one -> one.rows().stream()).toList();
        }

        public long people() {
            return all().stream().map(Held::person).distinct().count();
        }
    }

    /** @param note in words, which the provider reads */
    public record Terms(CareEnd why, LocalDate lastDay, String note, List<PlacementRef> chosen) {
        public Terms {
            chosen = List.copyOf(chosen);
        }
    }

    @Transactional(readOnly = true)
    public Choice choice(Actor actor, String provider) {
        actor.must(Role.COMMISSIONER);
        ProviderView view = providers.byRef(provider);
        LocalDate today = Zone.dayOf(table.now());
        List<Held> held = table.held(view.id());
        return new Choice(
                view,
                groups(held, Held::packageRef, Held::locality, refs -> runs.held(actor, view.id(), refs)),
                today,
                endings.earliest(today));
    }

    /**
     * Gives notice of each chosen placement that is live, and asks for the award of each that has not begun to be taken back;
     * those that are handed back already only join. Packages are held in the order of their ids, before anything of them is
     * read: of two who move one placement the second is told.
     */
    @Transactional
    public TransferRef open(Actor actor, String provider, Terms terms) {
        actor.must(Role.COMMISSIONER);
        ProviderView view = providers.byRef(provider);
        table.packages(terms.chosen()).forEach(id -> packages.hold(new PackageId(id)));
        Map<PlacementRef, Held> held =
                table.held(view.id()).stream().collect(Collectors.toMap(Held::ref, Function.identity()));
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
        table.insert(ref, view.id(), terms, actor, now);
        events.publishEvent(new TransferOpened(
                actor,
                ref.value(),
                terms.why().name(),
                Map.of(
                        "provider", view.ref(),
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

    @Transactional(readOnly = true)
    public List<TransferView.Row> list(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return table.list();
    }

    @Transactional(readOnly = true)
    public TransferView view(Actor actor, TransferRef ref) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        TransferView.Row row = table.find(ref).orElseThrow(NotFound::new);
        List<Moved> moved = table.moved(ref).stream()
                .sorted(Comparator.comparing(Moved::state))
                .toList();
        List<Moved> nobody =
                moved.stream().filter(one -> one.state() == Moved.State.NOBODY).toList();
        return new TransferView(
                row,
                providers.view(row.providerId()),
                moved,
                groups(nobody, Moved::packageRef, Moved::locality, refs -> runs.left(actor, row.providerId(), refs)),
                Zone.dayOf(table.now()));
    }

    /** Runs first; the others by area. */
    private <T> List<Group<T>> groups(
            List<T> rows,
            Function<T, String> ref,
            Function<T, String> area,
            Function<Set<String>, Runs.Suggested> suggest) {
        if (rows.isEmpty()) return List.of();
        Runs.Suggested suggested = suggest.apply(rows.stream().map(ref).collect(Collectors.toSet()));
        List<Group<T>> groups = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Run run : suggested.found().runs()) {
            Set<String> refs = run.packages().stream().map(Waiting::ref).collect(Collectors.toSet());
            taken.addAll(refs);
            List<T> these =
                    rows.stream().filter(row -> refs.contains(ref.apply(row))).toList();
            groups.add(new Group<>(these, run, suggested.takers(run)));
        }
        Map<String, List<T>> alone = new LinkedHashMap<>();
        for (T row : rows)
            if (!taken.contains(ref.apply(row)))
                alone.computeIfAbsent(area.apply(row), one -> new ArrayList<>()).add(row);
        alone.values().forEach(these -> groups.add(new Group<>(these, null, List.of())));
        return groups;
    }
}
