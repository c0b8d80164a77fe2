package cymru.pontio.adverts;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The council's view of how a package is advertised. */
@Service
class PackageAdverts {
    private final JdbcClient jdbc;
    private final CarePackages packages;
    private final Rounds rounds;
    private final RouteRows routes;
    private final Accounts accounts;
    private final BundleRows bundles;
    private final Endings endings;

    PackageAdverts(
            JdbcClient jdbc,
            CarePackages packages,
            Rounds rounds,
            RouteRows routes,
            Accounts accounts,
            BundleRows bundles,
            Endings endings) {
        this.jdbc = jdbc;
        this.packages = packages;
        this.rounds = rounds;
        this.routes = routes;
        this.accounts = accounts;
        this.bundles = bundles;
        this.endings = endings;
    }

    /**
     * @param round the latest round; none before the first
     * @param route who was asked first, or why nobody
     * @param weightsReason why it is weighed otherwise than its lot; empty where it is not
     * @param bundle it was published in, if any
     * @param award that waits for a second person or an answer; only without it the round can end otherwise
     * @param bids how many, once the deadline has passed; before it nobody knows
     * @param unanswered questions that wait for the broker
     */
    record View(
            PackageFacts carePackage,
            @Nullable AdvertFacts round,
            Route route,
            List<Event> events,
            String weightsReason,
            @Nullable String bundle,
            @Nullable String award,
            @Nullable Long bids,
            long unanswered,
            Instant now) {
        public boolean advertisable() {
            boolean over = round == null || round.status() != AdvertStatus.OPEN;
            return over && wanted(carePackage.status());
        }
    }

    /**
     * What happened to the round.
     *
     * @param key the sentence, without its room
     * @param until the new deadline, where it moved
     */
    record Event(
            String key,
            Instant at,
            String who,
            @Nullable String reason,
            @Nullable Instant until) {}

    /** A provider is wanted, and none is being looked for. */
    static boolean wanted(PackageStatus status) {
        return status == PackageStatus.APPROVED
                || status == PackageStatus.UNSOURCED
                || status == PackageStatus.RESOURCING;
    }

    @Transactional(readOnly = true)
    public View view(Actor actor, PackageRef ref) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        PackageFacts carePackage = packages.facts(actor, ref);
        AdvertFacts round = rounds.latest(carePackage.id()).orElse(null);
        if (round == null)
            return new View(carePackage, null, Route.OPEN, List.of(), "", null, null, null, 0, rounds.now());
        Long bids = round.status() == AdvertStatus.OPEN && !round.closed() ? null : rounds.bids(round.id());
        return new View(
                carePackage,
                round,
                routes.of(round.id()),
                events(round),
                rounds.story(round.id()).weightsReason(),
                bundles.of(round.id()).map(BundleRef::value).orElse(null),
                rounds.waiting(carePackage.id()).map(Rounds.Decision::ref).orElse(null),
                bids,
                unanswered(round.id()),
                rounds.now());
    }

    /**
     * The round that is open, for those who end it; nobody gives a reason that cannot be sent.
     *
     * @param closed whether no more bids may come
     */
    @Transactional(readOnly = true)
    public AdvertFacts mayEnd(Actor actor, PackageRef ref, boolean closed) {
        AdvertFacts round = view(actor, ref).round();
        if (round == null || round.status() != AdvertStatus.OPEN) throw new NotFound();
        if (closed && !round.closed()) throw new RuleBroken("adverts.error.stillOpen", round.deadline());
        endings.mustNotBeDecided(round);
        return round;
    }

    private List<Event> events(AdvertFacts round) {
        Rounds.Story story = rounds.story(round.id());
        var events = new java.util.ArrayList<Event>();
        events.add(new Event(
                "published",
                round.publishedAt(),
                name(story.publishedBy()),
                blankToNull(story.urgentReason()),
                story.deadline()));
        story.extensions()
                .forEach(one -> events.add(new Event("extended", one.at(), name(one.by()), one.reason(), one.later())));
        if (!story.extensions().isEmpty())
            events.set(
                    0,
                    withUntil(events.getFirst(), story.extensions().getFirst().earlier()));
        if (story.endedAt() != null && story.endedBy() != null)
            events.add(new Event(
                    round.status().name(), story.endedAt(), name(story.endedBy()), story.endedReason(), null));
        return events;
    }

    private static Event withUntil(Event event, Instant until) {
        return new Event(event.key(), event.at(), event.who(), event.reason(), until);
    }

    private long unanswered(AdvertId id) {
        return jdbc.sql("select count(*) from adverts.question where advert_id = ? and answer is null")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    private String name(UUID account) {
        return accounts.nameOf(account);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
