package cymru.pontio.carepackages;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Zone;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where packages are taken from: through the person asking, and for a change held until its transaction ends. */
@Component
class PackageShelf {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PackageRepository packages;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final Clock clock;

    PackageShelf(PackageRepository packages, ApplicationEventPublisher events, EntityManager entities, Clock clock) {
        this.packages = packages;
        this.events = events;
        this.entities = entities;
        this.clock = clock;
    }

    CarePackage get(PackageId id) {
        return packages.findById(id.value()).orElseThrow(NotFound::new);
    }

    CarePackage hold(PackageId id) {
        return packages.holdById(id.value()).orElseThrow(NotFound::new);
    }

    /** Own team in every state; for brokers and commissioners what was ever approved. */
    CarePackage forReading(Actor actor, PackageRef ref) {
        return visible(actor, packages.findByRef(ref.value()).orElseThrow(NotFound::new));
    }

    CarePackage forChange(Actor actor, PackageRef ref) {
        return visible(actor, packages.holdByRef(ref.value()).orElseThrow(NotFound::new));
    }

    /** For those who write: a social worker or manager of the team. */
    CarePackage ofOwnTeam(Actor actor, PackageRef ref) {
        CarePackage found = packages.holdByRef(ref.value()).orElseThrow(NotFound::new);
        if (!ownTeam(actor, found.team())) throw new NotFound();
        return found;
    }

    /** Facts without a name: the council's own home-care team may have them too. */
    CarePackage forColleagues(Actor actor, PackageRef ref) {
        return colleague(actor, packages.findByRef(ref.value()).orElseThrow(NotFound::new));
    }

    /** The same, held: what is read is what the one before left behind. */
    CarePackage forDecision(Actor actor, PackageRef ref) {
        return colleague(actor, packages.holdByRef(ref.value()).orElseThrow(NotFound::new));
    }

    static boolean ownTeam(Actor actor, UUID team) {
        return actor.isAny(SOCIAL_WORKER, TEAM_MANAGER) && team.equals(actor.team());
    }

    private static CarePackage colleague(Actor actor, CarePackage found) {
        return actor.is(INHOUSE_COORDINATOR) ? found : visible(actor, found);
    }

    private static CarePackage visible(Actor actor, CarePackage found) {
        boolean market = actor.isAny(BROKER, COMMISSIONER) && found.everApproved();
        if (!market && !ownTeam(actor, found.team())) throw new NotFound();
        return found;
    }

    /** What keeps what was approved from being written anew. */
    Optional<String> takenBy(PackageId id) {
        return packages.takenBy(id.value());
    }

    Cover coverOf(PackageId id) {
        return packages.coverAt(id.value(), clock.instant()).orElse(Cover.NONE);
    }

    /**
     * From when the person has that part of the care: while the council's own team or a provider that leaves covers all of
     * it, a part is no news, and nobody who had all of it waits because some of it has begun.
     */
    Optional<Instant> partSince(PackageId id, Instant firstVisit) {
        Cover then = packages.coverAt(id.value(), firstVisit).orElse(Cover.NONE);
        if (then != Cover.BRIDGING && then != Cover.LEAVING) return Optional.of(firstVisit);
        return packages.lastCover(id.value())
                .filter(last -> last.cover() == Cover.NONE && last.effective().isAfter(firstVisit))
                .map(CoverEvent::effective);
    }

    CarePackage put(Actor author, UUID team) {
        PackageRef ref = Reference.free(() -> PackageRef.random(RANDOM), drawn -> packages.existsByRef(drawn.value()));
        CarePackage draft = packages.saveAndFlush(new CarePackage(ref, author, team, clock.instant()));
        events.publishEvent(new PackageWritten(author, draft.view().ref().value(), "DRAFT"));
        return draft;
    }

    /** Takes one step and tells the audit, unless it added nothing to the history. */
    void step(Actor actor, CarePackage held, @Nullable String reasonCode, BiConsumer<CarePackage, Instant> verb) {
        PackageStatus was = held.status();
        int happened = held.happened();
        verb.accept(held, clock.instant());
        packages.flush();
        if (held.happened() == happened) return;
        PackageView now = held.view();
        events.publishEvent(new PackageStatusChanged(
                actor, now.id(), now.ref().value(), was, now.status(), reasonCode, held.since()));
    }

    void publishCover(Actor actor, CarePackage held, Cover cover, Instant effective) {
        packages.flush();
        PackageView now = held.view();
        events.publishEvent(new PackageCoverChanged(actor, now.id(), now.ref().value(), cover, effective));
    }

    void publishWritten(Actor actor, CarePackage held, Section part) {
        packages.flush();
        events.publishEvent(new PackageWritten(actor, held.view().ref().value(), part.name()));
    }

    /** Reads again what was written past the entity. */
    void reload(CarePackage held) {
        packages.flush();
        entities.refresh(held);
    }

    void tell(Auditable news) {
        events.publishEvent(news);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return Zone.dayOf(now());
    }
}
