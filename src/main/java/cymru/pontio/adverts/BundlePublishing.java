package cymru.pontio.adverts;

import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Lot;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting several packages before the market together: all their adverts are published in one moment, or none. */
@Service
class BundlePublishing {
    static final int MOST = 5;

    private final RandomGenerator random = new SecureRandom();
    private final Publishing publishing;
    private final CarePackages packages;
    private final Rounds rounds;
    private final BundleRows rows;
    private final ApplicationEventPublisher events;

    BundlePublishing(
            Publishing publishing,
            CarePackages packages,
            Rounds rounds,
            BundleRows rows,
            ApplicationEventPublisher events) {
        this.publishing = publishing;
        this.packages = packages;
        this.rounds = rounds;
        this.rows = rows;
        this.events = events;
    }

    record BundlePublished(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** What all adverts of a bundle have in common. */
    record Common(
            @Nullable LocalDateTime deadline, @Nullable LocalDateTime questionsUntil, String overrideReason) {}

    /**
     * The words of one advert.
     *
     * @param stamp of the package as it was when they were written
     */
    record Part(
            PackageRef ref,
            String need,
            String equipment,
            String workerRisks,
            String textLanguage,
            @Nullable LocalDate startBy,
            String stamp) {}

    /** What each begins from, in the order asked for; refused while one of them is advertised. */
    @Transactional(readOnly = true)
    public List<Publishing.Start> start(Actor actor, List<PackageRef> refs) {
        mustBeSeveral(refs);
        List<Publishing.Start> starts =
                refs.stream().map(ref -> publishing.start(actor, ref)).toList();
        if (starts.stream().map(one -> lot(one.carePackage())).distinct().count() > 1)
            throw new RuleBroken("adverts.bundle.error.lots");
        return starts;
    }

    /** All that stands against it; what belongs to one part is named by its place. */
    @Transactional(readOnly = true)
    public List<Problem> problems(Actor actor, List<Part> parts, Common common) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (Problem one : publishing.problems(actor, parts.get(i).ref(), terms(actor, parts.get(i), common))) {
                // Nobody is asked first in a bundle, so nobody's time has to be left.
                if (one.messageKey().equals(Routing.HELD)) continue;
                boolean ofPart =
                        List.of("need", "equipment", "workerRisks", "startBy").contains(one.field());
                Problem named = ofPart ? ofPart(one, i, parts.get(i).ref()) : one;
                if (ofPart || problems.stream().noneMatch(told -> told.field().equals(named.field())))
                    problems.add(named);
            }
            Publishing.Start start = publishing.start(actor, parts.get(i).ref());
            boolean unexplained =
                    !start.route().open() && common.overrideReason().isBlank();
            if (unexplained && problems.stream().noneMatch(told -> told.field().equals("overrideReason")))
                problems.add(Problem.of("overrideReason", "adverts.bundle.form.override.missing"));
        }
        return problems;
    }

    private static Problem ofPart(Problem one, int place, PackageRef ref) {
        String field = "parts[" + place + "]." + one.field();
        return Problem.of(
                field,
                one.messageKey() + ".of",
                Stream.concat(Stream.of(ref), one.args().stream()).toArray());
    }

    /** Packages are held in the order of their ids, so that two who publish at once wait and never for each other. */
    @Transactional
    public BundleRef publish(Actor actor, List<Part> parts, Common common) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        List<PackageRef> refs = parts.stream().map(Part::ref).toList();
        mustBeSeveral(refs);
        rows.ids(refs).forEach(packages::hold);
        refs.forEach(ref -> packages.held(actor, ref));
        start(actor, refs);
        problems(actor, parts, common).stream().findFirst().ifPresent(problem -> {
            throw problem.broken();
        });
        List<AdvertId> adverts = new ArrayList<>();
        for (Part part : parts) {
            publishing.publish(actor, part.ref(), terms(actor, part, common));
            adverts.add(rounds.latest(packages.facts(actor, part.ref()).id())
                    .orElseThrow()
                    .id());
        }
        BundleRef ref = free();
        rows.insert(Ids.next(), ref, actor, adverts, rounds.now());
        events.publishEvent(new BundlePublished(actor, ref.value(), Map.of("adverts", "" + adverts.size())));
        return ref;
    }

    private AdvertTerms terms(Actor actor, Part part, Common common) {
        PackageFacts carePackage = rounds.asWanted(packages.facts(actor, part.ref()));
        return new AdvertTerms(
                part.need(),
                part.equipment(),
                part.workerRisks(),
                part.textLanguage(),
                lot(carePackage),
                false,
                "",
                common.deadline(),
                common.questionsUntil(),
                null,
                carePackage.lines().stream().map(CallLineView::id).collect(Collectors.toSet()),
                common.overrideReason(),
                false,
                "",
                part.startBy(),
                part.stamp());
    }

    private static Lot lot(PackageFacts carePackage) {
        return carePackage.nightOnly() ? Lot.NIGHT : Lot.SESSIONAL;
    }

    private static void mustBeSeveral(List<PackageRef> refs) {
        if (refs.size() < 2 || refs.size() > MOST || refs.stream().distinct().count() < refs.size())
            throw new RuleBroken("adverts.bundle.error.several", MOST);
    }

    private BundleRef free() {
        for (int tries = 0; tries < 10; tries++) {
            BundleRef ref = BundleRef.random(random);
            if (!rows.taken(ref)) return ref;
        }
        throw new IllegalStateException("no free reference for a bundle");
    }
}
