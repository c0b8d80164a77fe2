package cymru.pontio.adverts;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Lot;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting a package before the market: proposed, previewed, published. */
@Service
class Publishing {
    private static final AdvertRef NOT_YET = new AdvertRef("ADV-····-·");

    private final RandomGenerator random = new SecureRandom();
    private final CarePackages packages;
    private final Wording wording;
    private final Rounds rounds;
    private final Routing routing;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Publishing(
            CarePackages packages,
            Wording wording,
            Rounds rounds,
            Routing routing,
            Accounts accounts,
            ApplicationEventPublisher events) {
        this.packages = packages;
        this.wording = wording;
        this.rounds = rounds;
        this.routing = routing;
        this.accounts = accounts;
        this.events = events;
    }

    record AdvertPublished(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /**
     * @param before the round before this one, if any
     * @param approved when the package was approved last, with the words it has now
     * @param welshAnswered whether the active offer was made; without an answer nothing is published
     * @param now by the database's clock
     * @param route which way the patch says it goes
     * @param weights the set in force of every lot
     */
    record Start(
            PackageFacts carePackage,
            Optional<AdvertFacts> before,
            Instant approved,
            boolean welshAnswered,
            Instant now,
            Route route,
            Map<Lot, WeightsInForce.Named> weights) {
        /** The package wanted care by a day before bids can close: another is asked for. */
        public boolean passed() {
            return carePackage.startLatest().isBefore(BidWindow.soonest(now));
        }

        /** The words of the round before were written for a package that was approved anew since. */
        public boolean rewritten() {
            return before.filter(round -> approved.isAfter(round.publishedAt())).isPresent();
        }

        /** Of a form written for the package as it is now. */
        public String stamp() {
            return Publishing.stamp(approved);
        }
    }

    /** Exactly what providers will see, and who of them first. */
    record Preview(AdvertFacts advert, Route route) {}

    /** What a new round starts from; refused while one is open or the package is not to be advertised. */
    @Transactional(readOnly = true)
    public Start start(Actor actor, PackageRef ref) {
        PackageFacts carePackage = advertisable(actor, ref);
        Instant now = rounds.now();
        boolean answered = wording.essentials(carePackage, now).welshAnswered();
        Route route = routing.expected(carePackage.locality(), now);
        return new Start(
                carePackage,
                rounds.latest(carePackage.id()),
                rounds.approved(carePackage.id()),
                answered,
                now,
                route,
                wording.weights(now));
    }

    @Transactional(readOnly = true)
    public List<Problem> problems(Actor actor, PackageRef ref, AdvertTerms terms) {
        return problems(advertisable(actor, ref), terms, rounds.now());
    }

    static String stamp(Instant approved) {
        return String.valueOf(approved.toEpochMilli());
    }

    /** The words and times alone first: only of an advert that could be can be said which way it goes. */
    private List<Problem> problems(PackageFacts carePackage, AdvertTerms typed, Instant now) {
        AdvertTerms terms = wording.weighed(typed, now);
        List<Problem> problems = new ArrayList<>();
        Instant approved = rounds.approved(carePackage.id());
        if (!terms.stamp().equals(stamp(approved))) problems.add(Problem.of("need", Problem.REWRITTEN, approved));
        problems.addAll(wording.problems(carePackage, terms, now));
        if (!problems.isEmpty()
                || terms.deadline() == null
                || terms.questionsUntil() == null
                || terms.weights() == null) return problems;
        AdvertFacts advert = wording.compose(carePackage, terms, NOT_YET, 1, now);
        return routing.problems(advert, terms.overrideReason(), now);
    }

    /** Only for terms without problems. */
    @Transactional(readOnly = true)
    public Preview preview(Actor actor, PackageRef ref, AdvertTerms typed) {
        PackageFacts carePackage = advertisable(actor, ref);
        Instant now = rounds.now();
        AdvertTerms terms = wording.weighed(typed, now);
        AdvertFacts advert = wording.compose(carePackage, terms, NOT_YET, rounds.next(carePackage.id()), now);
        return new Preview(advert, routing.of(advert, terms.overrideReason(), now));
    }

    /**
     * Of two who publish one package at once the first wins; the other learns who and when. Problems are told by
     * {@link #problems} beforehand; one that came up since is refused here.
     */
    @Transactional
    public AdvertRef publish(Actor actor, PackageRef ref, AdvertTerms terms) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        packages.held(actor, ref);
        PackageFacts carePackage = advertisable(actor, ref);
        Instant now = rounds.now();
        if (!wording.essentials(carePackage, now).welshAnswered()) throw new RuleBroken("adverts.error.welsh");
        problems(carePackage, terms, now).stream().findFirst().ifPresent(problem -> {
            throw problem.broken();
        });
        AdvertFacts advert = insert(actor, carePackage, wording.weighed(terms, now), now);
        packages.sourcing(actor, carePackage.id());
        events.publishEvent(new AdvertPublished(actor, advert.ref().value(), Adverts.trace(advert)));
        return advert.ref();
    }

    /** A reference may be taken, once in a million times; then another is drawn. */
    private AdvertFacts insert(Actor actor, PackageFacts carePackage, AdvertTerms terms, Instant now) {
        for (int tries = 0; tries < 10; tries++) {
            int round = rounds.next(carePackage.id());
            AdvertFacts advert = wording.compose(carePackage, terms, AdvertRef.random(random), round, now);
            if (rounds.insert(advert, actor, terms)) {
                routing.keep(actor, advert, terms.overrideReason());
                return advert;
            }
            refuseSecond(carePackage);
        }
        throw new IllegalStateException("no free reference for an advert");
    }

    private PackageFacts advertisable(Actor actor, PackageRef ref) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        PackageFacts carePackage = rounds.asWanted(packages.facts(actor, ref));
        refuseSecond(carePackage);
        refuseBeside(carePackage);
        PackageStatus status = carePackage.status();
        if (!PackageAdverts.wanted(status)) throw new RuleBroken("adverts.error.notApproved", ref.value());
        return carePackage;
    }

    /** What is offered to one provider without a round would be taken from those who bid meanwhile. */
    private void refuseBeside(PackageFacts carePackage) {
        rounds.waiting(carePackage.id()).ifPresent(decision -> {
            throw new RuleBroken("adverts.error.awardWaits", decision.ref(), decision.by(), decision.at())
                    .about(decision.ref());
        });
    }

    private void refuseSecond(PackageFacts carePackage) {
        rounds.open(carePackage.id()).ifPresent(open -> {
            throw new RuleBroken("adverts.error.published", accounts.nameOf(open.publishedBy()), open.publishedAt());
        });
    }
}
