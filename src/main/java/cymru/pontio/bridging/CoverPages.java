package cymru.pontio.bridging;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looks after a person while the package waits, for the team and the brokers. */
@Service
class CoverPages {
    private final CarePackages packages;
    private final CoverTimeline covers;
    private final EpisodeList episodes;
    private final EpisodeShelf shelf;
    private final Absences absences;

    CoverPages(
            CarePackages packages, CoverTimeline covers, EpisodeList episodes, EpisodeShelf shelf, Absences absences) {
        this.packages = packages;
        this.covers = covers;
        this.episodes = episodes;
        this.shelf = shelf;
        this.absences = absences;
    }

    /**
     * @param episodes times of bridging of this package, the latest first
     * @param mayAsk whether the reader may ask for bridging now
     * @param mayChange whether the reader may say who else looks after the person
     * @param mayPromise whether the person is in hospital, and the reader may say when they come home
     * @param mayOpenEpisode whether the reader has a page about each
     */
    record Page(
            PackageFacts facts,
            List<CoverTimeline.Change> changes,
            List<EpisodeList.Brief> episodes,
            boolean mayAsk,
            boolean mayChange,
            boolean mayPromise,
            boolean mayOpenEpisode) {}

    /** The council's own team sees the packages it was asked for. */
    @Transactional(readOnly = true)
    public Page page(Actor actor, PackageRef ref) {
        PackageFacts facts = packages.facts(reader(actor), ref);
        List<EpisodeList.Brief> own = episodes.ofPackage(facts.id());
        boolean team = actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.BROKER);
        if (!team && !actor.is(Role.COMMISSIONER) && own.isEmpty()) throw new NotFound();
        boolean open = own.stream().anyMatch(one -> one.status().live());
        boolean bridged = own.stream().anyMatch(one -> one.status() == EpisodeStatus.ACTIVE);
        boolean mayAsk = team && facts.status().waiting();
        boolean mayChange = mayAsk && !bridged && facts.cover() != Cover.LEAVING;
        boolean inHospital = mayChange && inHospital(facts.id());
        return new Page(
                facts,
                covers.of(facts.id()),
                own,
                mayAsk && !open,
                mayChange && !inHospital,
                inHospital,
                actor.isAny(Role.INHOUSE_COORDINATOR, Role.BROKER, Role.COMMISSIONER));
    }

    /** The package, for those who may change who looks after the person. */
    PackageFacts forChange(Actor actor, PackageRef ref) {
        actor.must(Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.BROKER);
        return packages.facts(actor, ref);
    }

    /** The same, while it can be changed by hand. */
    @Transactional(readOnly = true)
    public PackageFacts toChange(Actor actor, PackageRef ref) {
        PackageFacts facts = forChange(actor, ref);
        if (!facts.status().waiting()) throw new RuleBroken("bridging.error.notWaiting", ref.value());
        if (facts.cover() == Cover.LEAVING) throw new RuleBroken("bridging.error.providerStillCares", ref.value());
        mustNotBeBridged(facts);
        mustBeHome(facts);
        return facts;
    }

    private void mustNotBeBridged(PackageFacts facts) {
        if (episodes.ofPackage(facts.id()).stream().anyMatch(one -> one.status() == EpisodeStatus.ACTIVE))
            throw new RuleBroken("bridging.error.coverWhileBridged", facts.ref().value());
    }

    /** Whoever is in hospital comes home by the stay, which is promised and told to everybody. */
    private void mustBeHome(PackageFacts facts) {
        if (inHospital(facts.id()))
            throw new RuleBroken("bridging.error.inHospital", facts.ref().value());
    }

    private boolean inHospital(PackageId carePackage) {
        Instant now = shelf.now();
        return absences.of(carePackage).stream().anyMatch(one -> one.kind() == AwayKind.HOSPITAL && one.at(now));
    }

    /** When the last change took effect. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastChange(PackageId carePackage) {
        return covers.last(carePackage).map(CoverTimeline.Change::effective);
    }

    /** Family, nobody, or hospital with the stay, from this moment on. Bridging begins and ends by its own verbs. */
    @Transactional
    public void change(Actor actor, PackageRef ref, Cover cover, Instant effective) {
        PackageFacts facts = toChange(actor, ref);
        if (cover == Cover.BRIDGING || cover == Cover.PART || cover == Cover.LEAVING) throw new NotFound();
        covers.lock(facts.id());
        mustNotBeBridged(facts);
        mustBeHome(facts);
        boolean late = covers.last(facts.id())
                .filter(last -> last.effective().isAfter(effective))
                .isPresent();
        if (late || effective.isAfter(shelf.now())) throw new RuleBroken("bridging.error.coverOrder", ref.value());
        if (cover == Cover.HOSPITAL) absences.tell(actor, ref, AwayKind.HOSPITAL, effective, null);
        else packages.coverChanged(actor, facts.id(), cover, effective);
    }

    private static Actor reader(Actor actor) {
        actor.must(Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.BROKER, Role.COMMISSIONER, Role.INHOUSE_COORDINATOR);
        return actor;
    }
}
