package cymru.pontio.bridging;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.people.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A time of bridging to look at. Who the person is stands there only for the team that gives the care, while it does. */
@Service
class EpisodePages {
    private final EpisodeShelf shelf;
    private final BridgedDays days;
    private final CarePackages packages;
    private final People people;
    private final Accounts accounts;

    EpisodePages(EpisodeShelf shelf, BridgedDays days, CarePackages packages, People people, Accounts accounts) {
        this.shelf = shelf;
        this.days = days;
        this.packages = packages;
        this.people = people;
        this.accounts = accounts;
    }

    /**
     * @param person nobody before acceptance, after the end, and for brokers and commissioners
     * @param names of colleagues, by account
     */
    record Page(
            EpisodeView episode,
            PackageFacts facts,
            People.@Nullable Identity person,
            List<BridgedDays.Entry> entries,
            List<BridgedDays.Review> reviews,
            Map<UUID, String> names,
            boolean overdue) {}

    /** Not read-only: whoever sees a person is written down. */
    @Transactional
    public Page page(Actor actor, EpisodeRef ref) {
        EpisodeView episode = forReading(actor, ref);
        PackageFacts facts = packages.facts(episode.carePackage());
        boolean caring = actor.is(Role.INHOUSE_COORDINATOR) && episode.active();
        var entries = days.of(episode.id());
        var reviews = days.reviews(episode.id());
        Stream<UUID> doers = Stream.of(
                        episode.doers(),
                        entries.stream().map(BridgedDays.Entry::by),
                        reviews.stream().map(BridgedDays.Review::by))
                .flatMap(each -> each);
        return new Page(
                episode,
                facts,
                caring ? people.identity(actor, facts.person(), "bridging") : null,
                entries,
                reviews,
                accounts.namesOf(doers.collect(Collectors.toSet())),
                episode.overdue(shelf.today()));
    }

    @Transactional(readOnly = true)
    public EpisodeView forReading(Actor actor, EpisodeRef ref) {
        actor.must(Role.INHOUSE_COORDINATOR, Role.BROKER, Role.COMMISSIONER);
        return shelf.get(ref);
    }

    /**
     * For the pages on which the coordinator does something: nobody writes what can only be refused.
     *
     * @param law what must be so for it
     */
    @Transactional(readOnly = true)
    public EpisodeView forWork(Actor actor, EpisodeRef ref, Consumer<Episode> law) {
        actor.must(Role.INHOUSE_COORDINATOR);
        Episode episode = shelf.read(ref);
        law.accept(episode);
        return episode.view();
    }
}
