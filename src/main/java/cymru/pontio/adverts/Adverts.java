package cymru.pontio.adverts;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.carepackages.PackageStatusChanged;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adverts: what the market may know of a package. */
@Service
public class Adverts {
    private final AdvertRows rows;
    private final RouteRows routes;
    private final Providers providers;
    private final CarePackages packages;
    private final Endings endings;
    private final ApplicationEventPublisher events;

    Adverts(
            AdvertRows rows,
            RouteRows routes,
            Providers providers,
            CarePackages packages,
            Endings endings,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.routes = routes;
        this.providers = providers;
        this.packages = packages;
        this.endings = endings;
        this.events = events;
    }

    record RoundAwarded(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record RoundWithoutSuitableBid(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record FirstRefusalDeclined(Actor by, String subject) implements Auditable {}

    record RoundCancelled(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /**
     * An advert for a provider: open, in its patches and of a kind of work it is let in for, or closed less than a day ago; or one it has bid for, until
     * another gets it. While one is asked first it is there for that one alone. Anything else is not there.
     */
    @Transactional(readOnly = true)
    public AdvertFacts forProvider(Actor actor, AdvertRef ref) {
        return among(actor, List.of(ref.value())).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** Those of these that it may see. */
    @Transactional(readOnly = true)
    List<AdvertFacts> among(Actor actor, List<String> refs) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        // The council's own team does not compete: it sees the rounds for which it is asked first.
        Set<String> patches = Set.of();
        Set<Lot> lots = Set.of();
        if (actor.ofProvider()) {
            ProviderView own = providers.view(actor.organisation());
            patches = own.patches();
            lots = own.lots();
        }
        List<AdvertFacts> seen = new ArrayList<>();
        for (String ref : refs)
            rows.forProvider(new AdvertRef(ref), actor.organisation(), patches, lots)
                    .ifPresent(seen::add);
        return seen;
    }

    @Transactional(readOnly = true)
    public AdvertFacts facts(AdvertId id) {
        return rows.byId(id);
    }

    /** The latest round of the package, open or ended. */
    @Transactional(readOnly = true)
    public Optional<AdvertFacts> latest(PackageId carePackage) {
        return rows.latest(carePackage);
    }

    /** By package, the weights of each round that is open: they stay as published, whatever set has followed since. */
    @Transactional(readOnly = true)
    public Map<UUID, Weights> openWeights() {
        return rows.openWeights();
    }

    /**
     * Holds the advert still for one bid: locked for share, and refused by the database's clock when the deadline has
     * passed or the round has ended. Many bids may hold it at once; the award waits for all of them. Whoever is asked first
     * holds it alone, so that nobody slips in at the moment its time ends; for the others it is not there until then. The
     * caller's transaction keeps the hold.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AdvertFacts holdForBid(Actor actor, AdvertId id) {
        boolean first = routes.holds(id, actor.organisation());
        AdvertFacts advert = rows.lock(id, first ? AdvertRows.Hold.FOR_UPDATE : AdvertRows.Hold.FOR_SHARE);
        if (routes.heldByAnother(id, actor.organisation())) throw new NotFound();
        advert.mustTakeBids();
        return advert;
    }

    /** Whoever was asked first does not want the work: it opens to the others at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(Actor actor, AdvertFacts advert) {
        if (routes.release(advert.id(), actor))
            events.publishEvent(new FirstRefusalDeclined(actor, advert.ref().value()));
    }

    /** Holds the advert for the one who opens the bids or decides: locked for update, refused while bids may still come. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AdvertFacts holdForDecision(AdvertId id) {
        AdvertFacts advert = rows.lock(id, AdvertRows.Hold.FOR_UPDATE);
        if (!advert.closed()) throw new RuleBroken("adverts.error.stillOpen", advert.deadline());
        if (advert.status() == AdvertStatus.CANCELLED) throw endings.of(advert);
        return advert;
    }

    /** The package's latest round, held for the one who awards it; the caller holds the package already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AdvertFacts holdForAward(PackageId carePackage) {
        AdvertFacts advert = holdForDecision(
                rows.latest(carePackage).orElseThrow(NotFound::new).id());
        mustNotBeOver(advert);
        return advert;
    }

    /** Tells how the round ended. Nothing is held: for a page that only asks. */
    public void mustNotBeOver(AdvertFacts advert) {
        if (advert.status() != AdvertStatus.OPEN) throw endings.of(advert);
    }

    /** The round found its provider. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void awarded(Actor actor, AdvertId id) {
        AdvertFacts advert = holdForDecision(id);
        if (advert.status() != AdvertStatus.OPEN) throw new RuleBroken("adverts.error.ended", advert.ref());
        rows.end(actor, id, AdvertStatus.AWARDED, null);
        events.publishEvent(new RoundAwarded(actor, advert.ref().value(), trace(advert)));
    }

    /** The award was undone or no bid was good enough: the round is over and the package needs another. */
    @Transactional
    public void noSuitableBid(Actor actor, AdvertId id, String reason) {
        holdPackage(id);
        AdvertFacts advert = holdForDecision(id);
        if (advert.status() == AdvertStatus.NO_SUITABLE_BID) throw endings.of(advert);
        endings.mustNotBeDecided(advert);
        end(actor, advert, AdvertStatus.NO_SUITABLE_BID, reason);
        events.publishEvent(new RoundWithoutSuitableBid(actor, advert.ref().value(), trace(advert)));
    }

    /** The council takes the advert back, before or after the deadline; sealed bids stay sealed. */
    @Transactional
    public void cancel(Actor actor, AdvertId id, String reason) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        holdPackage(id);
        AdvertFacts advert = rows.lock(id, AdvertRows.Hold.FOR_UPDATE);
        if (advert.status() != AdvertStatus.OPEN) throw endings.of(advert);
        endings.mustNotBeDecided(advert);
        end(actor, advert, AdvertStatus.CANCELLED, reason);
        events.publishEvent(new RoundCancelled(actor, advert.ref().value(), trace(advert)));
    }

    /** The package is no longer wanted: what is still open is taken back in the same moment. */
    @EventListener
    void withdraw(PackageStatusChanged change) {
        if (change.now() != PackageStatus.WITHDRAWN && change.now() != PackageStatus.ENDED) return;
        Optional<AdvertFacts> open = rows.latest(change.id()).filter(round -> round.status() == AdvertStatus.OPEN);
        if (open.isEmpty()) return;
        AdvertFacts advert = rows.lock(open.get().id(), AdvertRows.Hold.FOR_UPDATE);
        rows.end(change.by(), advert.id(), AdvertStatus.CANCELLED, null);
        events.publishEvent(new RoundCancelled(change.by(), advert.ref().value(), trace(advert)));
    }

    /** The package first, as everywhere. */
    private void holdPackage(AdvertId id) {
        packages.hold(rows.byId(id).carePackage());
    }

    /** A package that was withdrawn or awarded otherwise meanwhile keeps its own state. */
    private void end(Actor actor, AdvertFacts advert, AdvertStatus status, String reason) {
        rows.end(actor, advert.id(), status, reason);
        PackageFacts carePackage = packages.facts(advert.carePackage());
        if (carePackage.search() == PackageStatus.SOURCING) packages.unsourced(actor, advert.carePackage(), reason);
    }

    static Map<String, String> trace(AdvertFacts advert) {
        return Map.of(
                "round", "" + advert.round(), "deadline", advert.deadline().toString());
    }
}
