package cymru.pontio.placements.transfers;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.runs.Run;
import cymru.pontio.matching.runs.Runs;
import cymru.pontio.matching.runs.Waiting;
import cymru.pontio.placements.Endings;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of a provider may be moved to others, which transfers there are, and how far each of them is. */
@Service
public class Transfers {
    private final TransferTable table;
    private final Providers providers;
    private final Endings endings;
    private final Runs runs;

    Transfers(TransferTable table, Providers providers, Endings endings, Runs runs) {
        this.table = table;
        this.providers = providers;
        this.endings = endings;
        this.runs = runs;
    }

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
