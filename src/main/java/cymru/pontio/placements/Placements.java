package cymru.pontio.placements;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Care that a provider has accepted, from acceptance to its end. */
@Service
public class Placements {
    private final PlacementTable table;
    private final PlacementRegister register;
    private final AwardDesk desk;
    private final CarePackages packages;
    private final ApplicationEventPublisher events;

    Placements(
            PlacementTable table,
            PlacementRegister register,
            AwardDesk desk,
            CarePackages packages,
            ApplicationEventPublisher events) {
        this.table = table;
        this.register = register;
        this.desk = desk;
        this.packages = packages;
        this.events = events;
    }

    record PlacementStarted(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** All placements of the provider the actor acts for, past ones included, by package reference. */
    @Transactional(readOnly = true)
    public Map<String, List<PlacementForVisits>> forVisits(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        return table.forVisits(actor.organisation()).stream()
                .collect(Collectors.groupingBy(PlacementForVisits::packageRef));
    }

    /**
     * First delivered visits just recorded: each placement not yet started is live from then, and the package hears of
     * it. Earlier first visits that arrive later move the start back.
     */
    @Transactional
    public void visited(Actor actor, Map<UUID, Instant> firstVisits) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        List<PlacementTable.Key> news = table.earlier(actor.organisation(), firstVisits);
        if (news.size() < firstVisits.size() && !table.allOwn(actor.organisation(), firstVisits.keySet()))
            throw new NotFound();
        news.stream()
                .sorted(Comparator.comparing(PlacementTable.Key::carePackage).thenComparing(PlacementTable.Key::id))
                .forEach(key -> start(actor, key, Objects.requireNonNull(firstVisits.get(key.id()))));
    }

    /** When care by the provider that stays began for the whole package, if it has. */
    @Transactional(readOnly = true)
    public Optional<Instant> started(PackageId carePackage) {
        boolean whole = register.whole(packages.facts(carePackage), PlacementStatus.LIVE);
        return whole ? register.lastStart(carePackage) : Optional.empty();
    }

    /** May this council actor see the placements of this package? Empty list if none yet. */
    @Transactional(readOnly = true)
    public List<PlacementRef> ofPackage(Actor actor, PackageRef ref) {
        return table.ofPackage(packages.facts(actor, ref).id());
    }

    private void start(Actor actor, PlacementTable.Key key, Instant visit) {
        PackageId id = new PackageId(key.carePackage());
        desk.hold(id);
        Placement placement = register.visited(key.id(), visit);
        if (placement == null) return;
        PackageFacts facts = packages.facts(id);
        if (placement.status() == PlacementStatus.LIVE) live(actor, id, facts, placement);
        else packages.careHadStarted(actor, id, register.startWith(placement).orElse(visit));
        events.publishEvent(new PlacementStarted(
                actor, key.ref(), Map.of("package", facts.ref().value(), "first", visit.toString())));
    }

    private void live(Actor actor, PackageId id, PackageFacts facts, Placement begun) {
        boolean whole = register.whole(facts, PlacementStatus.LIVE);
        Instant since = whole ? register.lastStart(id).orElseThrow() : begun.startedAt();
        packages.careStarted(actor, id, since, whole);
    }
}
