package cymru.pontio.visits;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Role;
import cymru.pontio.placements.Placements;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What providers have said about their visits under one package, for the council. */
@Service
public class PackageVisits {
    static final Role[] READERS = {Role.BROKER, Role.COMMISSIONER, Role.SOCIAL_WORKER, Role.TEAM_MANAGER};

    private final VisitQuery query;
    private final Placements placements;
    private final CarePackages packages;
    private final Providers providers;
    private final ApplicationEventPublisher events;

    PackageVisits(
            VisitQuery query,
            Placements placements,
            CarePackages packages,
            Providers providers,
            ApplicationEventPublisher events) {
        this.query = query;
        this.placements = placements;
        this.packages = packages;
        this.providers = providers;
        this.events = events;
    }

    @Transactional
    public VisitPage list(Actor actor, PackageRef ref, VisitFilter filter) {
        return list(actor, ref, filter, VisitQuery.PAGE);
    }

    /** All of the period, for a file. */
    @Transactional
    public VisitPage all(Actor actor, PackageRef ref, VisitFilter filter) {
        return list(actor, ref, filter, VisitQuery.MOST_IN_FILE).whole();
    }

    private VisitPage list(Actor actor, PackageRef ref, VisitFilter filter, int most) {
        actor.must(READERS);
        if (placements.ofPackage(actor, ref).isEmpty())
            return VisitPage.of(List.of(), most, new VisitSums(0, 0, 0), Map.of(), Map.of());
        UUID id = packages.facts(actor, ref).id().value();
        events.publishEvent(new PersonalDataRead(actor, "visits", ref.value()));
        VisitQuery.Scope scope = new VisitQuery.Scope(null, id);
        query.mustFit(scope, filter, most);
        Map<UUID, String> names =
                providers.all().stream().collect(Collectors.toMap(ProviderView::id, ProviderView::name));
        return VisitPage.of(
                query.lines(scope, filter, most + 1), most, query.sums(scope, filter), Map.of(id, ref.value()), names);
    }
}
