package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.placements.PlacementForVisits;
import cymru.pontio.placements.Placements;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a provider has said about its own visits. */
@Service
public class Visits {
    private final VisitQuery query;
    private final Placements placements;

    Visits(VisitQuery query, Placements placements) {
        this.query = query;
        this.placements = placements;
    }

    /** References of the packages the provider has or had, in order. */
    @Transactional(readOnly = true)
    public List<String> packages(Actor actor) {
        actor.must(VisitImports.REPORTERS);
        return placements.forVisits(actor).keySet().stream().sorted().toList();
    }

    @Transactional(readOnly = true)
    public VisitPage list(Actor actor, VisitFilter filter) {
        return list(actor, filter, VisitQuery.PAGE);
    }

    /** All of the period, for a file. */
    @Transactional(readOnly = true)
    public VisitPage all(Actor actor, VisitFilter filter) {
        return list(actor, filter, VisitQuery.MOST_IN_FILE).whole();
    }

    /** One of the provider's own visits as it stands. */
    @Transactional(readOnly = true)
    public VisitLine standing(Actor actor, String visitId) {
        actor.must(VisitImports.REPORTERS);
        return query.standing(actor.organisation(), visitId).orElseThrow(NotFound::new);
    }

    /** The same as a form that corrects it. */
    @Transactional(readOnly = true)
    public VisitForm correction(Actor actor, String visitId) {
        VisitLine line = standing(actor, visitId);
        String ref = placements.forVisits(actor).values().stream()
                .flatMap(List::stream)
                .filter(placement -> placement.carePackage().equals(line.carePackage()))
                .findFirst()
                .map(PlacementForVisits::packageRef)
                .orElse("");
        return VisitForm.of(line, ref);
    }

    Map<String, List<PlacementForVisits>> placements(Actor actor) {
        return placements.forVisits(actor);
    }

    private VisitPage list(Actor actor, VisitFilter filter, int most) {
        actor.must(VisitImports.REPORTERS);
        Map<String, List<PlacementForVisits>> own = placements.forVisits(actor);
        VisitQuery.Scope scope = new VisitQuery.Scope(actor.organisation(), carePackage(filter, own));
        query.mustFit(scope, filter, most);
        Map<UUID, String> refs = own.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        PlacementForVisits::carePackage, PlacementForVisits::packageRef, (one, same) -> one));
        return VisitPage.of(
                query.lines(scope, filter, most + 1),
                most,
                query.sums(scope, filter),
                refs,
                Map.of(actor.organisation(), actor.organisationName()));
    }

    private static @Nullable UUID carePackage(VisitFilter filter, Map<String, List<PlacementForVisits>> own) {
        if (filter.carePackage().isEmpty()) return null;
        return own.getOrDefault(filter.carePackage(), List.of()).stream()
                .findFirst()
                .map(PlacementForVisits::carePackage)
                .orElseThrow(NotFound::new);
    }
}
