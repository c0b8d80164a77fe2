package cymru.pontio.carepackages.absences;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_MANAGER;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One action suspends all care of a package from a moment on. While somebody waits for care, the waiting list says that
 * they are in hospital; care that is given stays given, and is not due meanwhile. The return is promised for a moment and
 * comes by itself.
 */
@Service
public class Absences {
    /** The council's own clock, where no person acts. */
    static final Actor CLOCK =
            new Actor(new UUID(0, 0), "Pontio", new UUID(0, 0), "Pontio", null, Set.of(BROKER), null);

    private static final Duration AGO = Duration.ofDays(90);

    private final AbsenceTable table;
    private final CarePackages packages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(AbsenceTable table, CarePackages packages, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.packages = packages;
        this.events = events;
        this.clock = clock;
    }

    /** For rooms that know the reader may see it; latest first. */
    @Transactional(readOnly = true)
    public List<Absence> of(PackageId carePackage) {
        return table.of(carePackage);
    }

    /** By the package's team or a broker. */
    @Transactional
    public void tell(Actor actor, PackageRef ref, AwayKind kind, Instant away, @Nullable Instant back) {
        PackageFacts facts = held(actor, ref);
        mustBeOpen(facts);
        mustBeInTime(kind, away);
        if (back != null && !back.isAfter(away)) throw new RuleBroken("absences.error.backBefore");
        leaves(actor, facts, kind, away, back);
    }

    private void leaves(Actor actor, PackageFacts facts, AwayKind kind, Instant away, @Nullable Instant back) {
        Cover before = cover(actor, facts, kind, away, back);
        UUID id = table.write(actor, new AbsenceTable.New(facts.id(), kind, away, back, before, false), now());
        if (back != null) table.promised(id, back, actor);
        events.publishEvent(new PersonAway(actor, facts.ref().value(), facts.id(), kind, away, back));
        settle(actor, id, facts.ref());
    }

    /** By a provider that knows the person: nothing is suspended until the council has confirmed it. */
    @Transactional
    public void report(Actor actor, PackageId carePackage, AwayKind kind, Instant away) {
        actor.must(PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR);
        packages.hold(carePackage);
        PackageFacts facts = packages.facts(carePackage);
        mustBeOpen(facts);
        mustBeInTime(kind, away);
        table.write(actor, new AbsenceTable.New(carePackage, kind, away, null, null, true), now());
        events.publishEvent(new AbsenceReported(actor, facts.ref().value(), carePackage, facts.team(), away));
    }

    @Transactional
    public void confirm(Actor actor, PackageRef ref, UUID id) {
        PackageFacts facts = held(actor, ref);
        Absence told = reported(facts, id);
        mustBeOpen(facts);
        isSo(actor, facts, told);
    }

    private void isSo(Actor actor, PackageFacts facts, Absence told) {
        table.confirm(told.id(), actor, cover(actor, facts, told.kind(), told.away(), told.back()), now());
        events.publishEvent(
                new PersonAway(actor, facts.ref().value(), facts.id(), told.kind(), told.away(), told.back()));
    }

    /**
     * The council's own team, which looks after the person, finds them in hospital: a stay that is known stays as it is, one
     * that was reported is so, and one that nobody told is told.
     *
     * @return since when the person is there
     */
    @Transactional
    public Instant admitted(Actor actor, PackageId id, Instant away) {
        actor.must(INHOUSE_COORDINATOR);
        packages.hold(id);
        PackageFacts facts = packages.facts(id);
        mustBeOpen(facts);
        mustBeInTime(AwayKind.HOSPITAL, away);
        Optional<Absence> known = table.of(id).stream()
                .filter(one -> one.kind() == AwayKind.HOSPITAL)
                .filter(one -> one.waitsForCouncil() || one.open(now()))
                .findFirst();
        known.filter(Absence::waitsForCouncil).ifPresent(told -> isSo(actor, facts, told));
        if (known.isEmpty()) leaves(actor, facts, AwayKind.HOSPITAL, away, null);
        return known.map(Absence::away).orElse(away);
    }

    @Transactional
    public void dismiss(Actor actor, PackageRef ref, UUID id) {
        PackageFacts facts = held(actor, ref);
        reported(facts, id);
        table.dismiss(id, now());
    }

    /** From when care is due again, be it from now, or that nobody knows any more. Until it has come it may be moved. */
    @Transactional
    public void promise(Actor actor, PackageRef ref, UUID id, @Nullable Instant back) {
        PackageFacts facts = held(actor, ref);
        mustBeOpen(facts);
        Absence one = ofPackage(facts, id);
        if (!one.open(now())) throw new RuleBroken("absences.error.back");
        if (back != null && !back.isAfter(one.away())) throw new RuleBroken("absences.error.backBefore");
        table.back(id, back, actor);
        events.publishEvent(new ReturnPromised(actor, ref.value(), facts.id(), back));
        settle(actor, id, facts.ref());
    }

    /** The package that was approved says that the person is in hospital: the waiting list does already. */
    void found(Actor actor, PackageFacts facts, Instant at) {
        table.write(actor, new AbsenceTable.New(facts.id(), AwayKind.HOSPITAL, at, null, Cover.NONE, false), now());
        events.publishEvent(new PersonAway(actor, facts.ref().value(), facts.id(), AwayKind.HOSPITAL, at, null));
    }

    /** Care has begun at home, whatever was promised. */
    void atHome(Actor actor, PackageFacts facts, Absence one, Instant back) {
        table.back(one.id(), back, actor);
        events.publishEvent(new ReturnPromised(actor, facts.ref().value(), facts.id(), back));
        settle(actor, one.id(), facts.ref());
    }

    @Transactional(readOnly = true)
    List<AbsenceTable.Due> due() {
        return table.due(now());
    }

    /** What follows from a return that has come. */
    @Transactional
    void settle(AbsenceTable.Due due) {
        packages.hold(new PackageId(due.carePackage()));
        settle(CLOCK, due.id(), packages.facts(new PackageId(due.carePackage())).ref());
    }

    private void settle(Actor by, UUID id, PackageRef ref) {
        Absence one = table.hold(id).orElseThrow(NotFound::new);
        Instant back = one.back();
        if (one.settled() || one.confirmed() == null || back == null || back.isAfter(now())) return;
        table.settle(id, now());
        PackageFacts facts = packages.facts(one.carePackage());
        Cover before = one.coverBefore();
        if (one.kind() == AwayKind.HOSPITAL && facts.status().waiting() && facts.cover() == Cover.HOSPITAL)
            packages.coverChanged(by, facts.id(), after(facts.id(), before), notBeforeLast(facts.id(), back));
        events.publishEvent(new PersonBack(by, ref.value(), one.carePackage(), back, before));
    }

    /**
     * The team that bridged has other work meanwhile: it is asked anew, and until it says yes nobody is there. Nor is a
     * provider that left during the stay.
     */
    private Cover after(PackageId id, @Nullable Cover before) {
        if (before == Cover.FAMILY) return Cover.FAMILY;
        return before == Cover.PART && table.partlyCared(id) ? Cover.PART : Cover.NONE;
    }

    /**
     * Whoever waits is in hospital now, and once only; a provider that leaves keeps its place until it is gone, and so does
     * whoever came after the return.
     */
    private @Nullable Cover cover(
            Actor actor, PackageFacts facts, AwayKind kind, Instant away, @Nullable Instant back) {
        if (kind != AwayKind.HOSPITAL || !facts.status().waiting() || facts.cover() == Cover.LEAVING) return null;
        if (back != null && !back.equals(notBeforeLast(facts.id(), back))) return null;
        packages.coverChanged(actor, facts.id(), Cover.HOSPITAL, notBeforeLast(facts.id(), away));
        return facts.cover();
    }

    private Instant notBeforeLast(PackageId id, Instant wanted) {
        return table.lastCover(id).filter(last -> last.isAfter(wanted)).orElse(wanted);
    }

    private PackageFacts held(Actor actor, PackageRef ref) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER, BROKER);
        return packages.held(actor, ref);
    }

    private Absence reported(PackageFacts facts, UUID id) {
        Absence told = ofPackage(facts, id);
        if (!told.waitsForCouncil()) throw new RuleBroken("absences.error.answered");
        return told;
    }

    private Absence ofPackage(PackageFacts facts, UUID id) {
        return table.hold(id)
                .filter(one -> one.carePackage().equals(facts.id()))
                .orElseThrow(NotFound::new);
    }

    private static void mustBeOpen(PackageFacts facts) {
        boolean open = facts.status() == PackageStatus.LIVE || facts.status().waiting();
        if (!open) throw new RuleBroken("absences.error.over", facts.ref());
    }

    /** Hospital is a fact; respite and days away are planned as well. */
    private void mustBeInTime(AwayKind kind, Instant away) {
        if (away.isBefore(now().minus(AGO))) throw new RuleBroken("absences.error.longAgo");
        if (kind == AwayKind.HOSPITAL && away.isAfter(now())) throw new RuleBroken("absences.error.notYet");
    }

    private Instant now() {
        return clock.instant();
    }
}
