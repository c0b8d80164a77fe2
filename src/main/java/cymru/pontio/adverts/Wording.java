package cymru.pontio.adverts;

import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackagePerson;
import cymru.pontio.kernel.CareHours;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Lot;
import cymru.pontio.rates.Envelope;
import cymru.pontio.rates.Rates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands against a proposed advert, and the advert it would become. */
@Component
class Wording {
    private final Privacy privacy;
    private final PackagePerson person;
    private final Rates rates;
    private final WeightsInForce sets;

    Wording(Privacy privacy, PackagePerson person, Rates rates, WeightsInForce sets) {
        this.privacy = privacy;
        this.person = person;
        this.rates = rates;
        this.sets = sets;
    }

    /** The set in force of every lot. */
    Map<Lot, WeightsInForce.Named> weights(Instant now) {
        return sets.on(Zone.dayOf(now));
    }

    /** With the weights it will have: those of the set of its lot, unless the broker gives it its own. */
    AdvertTerms weighed(AdvertTerms terms, Instant now) {
        return terms.ownWeights() ? terms : terms.weighing(set(terms, now).weights());
    }

    private WeightsInForce.Named set(AdvertTerms terms, Instant now) {
        return Objects.requireNonNull(weights(now).get(terms.lot()));
    }

    /** Everything at once; empty when it may be published. */
    List<Problem> problems(PackageFacts carePackage, AdvertTerms terms, Instant now) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(privacy.problems(carePackage.id(), "need", terms.need()));
        problems.addAll(privacy.problems(carePackage.id(), "equipment", terms.equipment()));
        problems.addAll(privacy.problems(carePackage.id(), "workerRisks", terms.workerRisks()));
        if (terms.urgent() && terms.urgentReason().isEmpty())
            problems.add(Problem.of("urgentReason", "adverts.form.urgentReason.missing"));
        problems.addAll(times(terms, now));
        start(carePackage, terms, now).ifPresent(problems::add);
        Weights weights = terms.weights();
        if (weights != null && weights.sum() != 100)
            problems.add(Problem.of("quality", "adverts.form.weights.sum", weights.sum()));
        if (weights != null
                && set(weights, terms, now) == null
                && terms.weightsReason().isBlank())
            problems.add(Problem.of("weightsReason", "adverts.form.weightsReason.missing"));
        problems.addAll(privacy.problems(carePackage.id(), "weightsReason", terms.weightsReason()));
        int chosen = chosen(carePackage, terms.lines()).size();
        if (chosen == 0 || chosen != terms.lines().size())
            problems.add(Problem.of("lines", "adverts.form.lines.changed"));
        return problems;
    }

    /** Whoever bids by the deadline can still begin in time. */
    private static Optional<Problem> start(PackageFacts carePackage, AdvertTerms terms, Instant now) {
        LocalDate latest = startLatest(carePackage, terms, now);
        LocalDate closes =
                terms.deadline() == null ? Zone.dayOf(now) : terms.deadline().toLocalDate();
        if (!latest.isBefore(closes)) return Optional.empty();
        return Optional.of(
                carePackage.startLatest().isBefore(BidWindow.soonest(now))
                        ? Problem.of("startBy", "adverts.form.startBy.passed")
                        : Problem.of("deadlineOn", "adverts.form.deadline.afterStart", latest));
    }

    private static LocalDate startLatest(PackageFacts carePackage, AdvertTerms terms, Instant now) {
        return terms.startLatest(carePackage.startLatest(), BidWindow.soonest(now));
    }

    private List<Problem> times(AdvertTerms terms, Instant now) {
        List<Problem> problems = new ArrayList<>();
        Instant deadline = instant(terms.deadline(), "deadlineAt", problems);
        Instant questions = instant(terms.questionsUntil(), "questionsAt", problems);
        if (deadline != null) {
            Instant earliest = BidWindow.earliest(now, terms.urgent());
            String kind = terms.urgent() ? "urgent" : "standard";
            if (deadline.isBefore(earliest))
                problems.add(Problem.of("deadlineAt", "adverts.form.deadline.early." + kind, earliest));
            if (deadline.isAfter(now.plus(BidWindow.LONGEST)))
                problems.add(Problem.of("deadlineOn", "adverts.form.deadline.far", now.plus(BidWindow.LONGEST)));
        }
        if (questions != null && !questions.isAfter(now))
            problems.add(Problem.of("questionsAt", "adverts.form.questions.past"));
        if (questions != null && deadline != null && questions.isAfter(deadline))
            problems.add(Problem.of("questionsAt", "adverts.form.questions.late"));
        return problems;
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime typed, String field, List<Problem> problems) {
        if (typed == null) return null;
        Instant moment = BidWindow.instant(typed).orElse(null);
        if (moment == null) problems.add(Problem.of(field, "adverts.form.gap"));
        return moment;
    }

    /** Weights that are typed and are those of the lot all the same need no reason. */
    private @Nullable Integer set(Weights weights, AdvertTerms terms, Instant now) {
        WeightsInForce.Named named = set(terms, now);
        return named.weights().equals(weights) ? Integer.valueOf(named.number()) : null;
    }

    /** Nobody can start in the past: from such a day every bid would be more than a week late, and none earlier than another. */
    private static LocalDate startEarliest(PackageFacts carePackage, Instant now) {
        LocalDate today = Zone.dayOf(now);
        return carePackage.startEarliest().isBefore(today) ? today : carePackage.startEarliest();
    }

    PackagePerson.Essentials essentials(PackageFacts carePackage, Instant now) {
        return person.essentials(carePackage.id(), Zone.dayOf(now));
    }

    /** The advert as all will read it. Only for terms without problems. */
    AdvertFacts compose(PackageFacts carePackage, AdvertTerms terms, AdvertRef ref, int round, Instant now) {
        PackagePerson.Essentials person = essentials(carePackage, now);
        LocalDate earliest = startEarliest(carePackage, now);
        Envelope envelope = rates.on(earliest);
        List<CallLineView> calls = chosen(carePackage, terms.lines());
        Weights weights = Objects.requireNonNull(terms.weights());
        return new AdvertFacts(
                new AdvertId(Ids.next()),
                ref,
                carePackage.id(),
                round,
                AdvertStatus.OPEN,
                terms.lot(),
                carePackage.locality(),
                person.ageBand(),
                terms.need(),
                terms.equipment(),
                terms.workerRisks(),
                carePackage.training(),
                person.welsh(),
                terms.textLanguage(),
                carePackage.cover(),
                earliest,
                startLatest(carePackage, terms, now),
                envelope.floor(),
                envelope.ceiling(),
                hours(calls),
                weights,
                set(weights, terms, now),
                terms.urgent(),
                now,
                BidWindow.instant(Objects.requireNonNull(terms.questionsUntil()))
                        .orElseThrow(),
                BidWindow.instant(Objects.requireNonNull(terms.deadline())).orElseThrow(),
                null,
                false,
                calls.stream().map(Wording::line).toList());
    }

    private static List<CallLineView> chosen(PackageFacts carePackage, Set<UUID> lines) {
        return carePackage.lines().stream()
                .filter(line -> lines.contains(line.id()))
                .toList();
    }

    private static WeeklyHours hours(List<CallLineView> calls) {
        return new WeeklyHours(
                new CareHours(calls.stream().mapToInt(CallLineView::userMinutes).sum()),
                new CareHours(
                        calls.stream().mapToInt(CallLineView::carerMinutes).sum()));
    }

    private static AdvertLine line(CallLineView call) {
        return new AdvertLine(
                Ids.next(),
                call.id(),
                call.position(),
                call.days(),
                call.band(),
                call.from(),
                call.until(),
                call.minutes(),
                call.workers(),
                call.timeCritical(),
                call.tier(),
                call.shortReason(),
                call.workerGender());
    }
}
