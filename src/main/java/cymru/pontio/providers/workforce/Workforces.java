package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All providers’ workforces as the council sees them: figures, and rows under the providers’ own numbers. */
@Service
public class Workforces {
    private static final Role[] READERS = {Role.COMMISSIONER, Role.BROKER};

    private final Providers providers;
    private final WorkerStore store;
    private final Standards standards;
    private final Day day;

    Workforces(Providers providers, WorkerStore store, Standards standards, Day day) {
        this.providers = providers;
        this.store = store;
        this.standards = standards;
        this.day = day;
    }

    record Line(ProviderView provider, Team team) {}

    /** Agencies, and whoever else keeps a register, by name. */
    @Transactional(readOnly = true)
    List<Line> all(Actor actor) {
        actor.must(READERS);
        Standard standard = standards.on(day.today());
        Map<UUID, List<Worker>> workers = store.all(day.today());
        return providers.all().stream()
                .filter(one -> one.kind() == ProviderKind.AGENCY || workers.containsKey(one.id()))
                .map(one -> new Line(
                        one, Team.of(workers.getOrDefault(one.id(), List.of()), one.patches(), standard, day.today())))
                .toList();
    }

    @Transactional(readOnly = true)
    Line view(Actor actor, String ref) {
        actor.must(READERS);
        ProviderView provider = providers.byRef(ref);
        return new Line(provider, team(provider));
    }

    /** For whoever may see the provider: the caller has asked. */
    @Transactional(readOnly = true)
    Team team(ProviderView provider) {
        return Team.of(store.of(provider.id()), provider.patches(), standards.on(day.today()), day.today());
    }
}
