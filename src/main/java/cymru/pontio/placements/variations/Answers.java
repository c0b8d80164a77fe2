package cymru.pontio.placements.variations;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.FINANCE;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_MANAGER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.providers.capacity.Question;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Yes and no to a variation: a broker within the delegated limits or a manager within their own, never whoever asked;
 * finance where days that are past change; the provider where it adds work or moves it. With the last yes it is agreed.
 */
@Service
public class Answers {
    private final VariationDesk desk;
    private final VariationTable table;
    private final Agreement agreement;
    private final Judgement judgement;
    private final VariationNews news;
    private final Clock clock;

    Answers(
            VariationDesk desk,
            VariationTable table,
            Agreement agreement,
            Judgement judgement,
            VariationNews news,
            Clock clock) {
        this.desk = desk;
        this.table = table;
        this.agreement = agreement;
        this.judgement = judgement;
        this.news = news;
        this.clock = clock;
    }

    /** The answers somebody may give now, for the buttons of a page; the door checks again. */
    record May(
            boolean approve,
            boolean finance,
            boolean accept,
            List<Objection> objections,
            List<Variation.Obstacle> obstacles) {}

    @Transactional(readOnly = true)
    public May may(Actor actor, Variation shown) {
        boolean decides = decides(actor, shown) && shown.status() == VariationStatus.REQUESTED;
        List<Variation.Obstacle> obstacles = decides ? judgement.obstacles(actor, shown) : List.of();
        boolean finance = actor.is(FINANCE) && shown.status() == VariationStatus.WITH_FINANCE;
        boolean provider = ownsIt(actor, shown) && shown.status() == VariationStatus.WITH_PROVIDER;
        List<Objection> objections = List.of(Objection.values()).stream()
                .filter(one -> allowed(actor, shown, one, today()))
                .toList();
        return new May(decides && obstacles.isEmpty(), finance, provider, objections, obstacles);
    }

    @Transactional
    public void approve(Actor actor, VariationRef ref) {
        actor.must(TEAM_MANAGER, BROKER);
        Variation held = held(actor, ref);
        held.must(VariationStatus.REQUESTED);
        judgement.obstacles(actor, held).stream().findFirst().ifPresent(against -> {
            throw new RuleBroken("variations.Obstacle." + against);
        });
        step(actor, held.approved(actor, today()), "APPROVED");
    }

    /** Finance agrees to a day that is past, with its consequences. */
    @Transactional
    public void finance(Actor actor, VariationRef ref) {
        actor.must(FINANCE);
        Variation held = held(actor, ref);
        step(actor, held.financed(actor, today()), "FINANCE_AGREED");
    }

    /** What the provider has to be told of its spare hours before it says yes; nothing to everybody else. */
    @Transactional(readOnly = true)
    public @Nullable Question question(Actor actor, Variation shown) {
        boolean asked = ownsIt(actor, shown) && shown.status() == VariationStatus.WITH_PROVIDER;
        return asked ? agreement.question(shown) : null;
    }

    /**
     * The provider takes it on, and what it takes goes off its spare hours.
     *
     * @throws cymru.pontio.providers.capacity.NotConfirmed if it is more than was declared and not confirmed
     */
    @Transactional
    public void accept(Actor actor, VariationRef ref, Confirmation confirmation) {
        actor.must(PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR);
        Variation held = held(actor, ref);
        Variation accepted = held.accepted(actor, today());
        agreement.accepted(actor, accepted, confirmation);
        step(actor, accepted, "ACCEPTED");
    }

    @Transactional
    public void object(Actor actor, VariationRef ref, Objection how, String reason) {
        Variation held = held(actor, ref);
        if (!allowed(actor, held, how, today())) {
            held.must();
            return;
        }
        table.close(held.id(), how.becomes());
        table.note(held.id(), how.becomes().name(), actor, reason);
        news.tell(actor, held, how.becomes());
        agreement.over(actor, held);
        if (how == Objection.UNDOING) agreement.undo(actor, held, now());
    }

    /** The package first, then the variation is read again: what another has done meanwhile is seen. */
    private Variation held(Actor actor, VariationRef ref) {
        Variation found = desk.find(actor, ref);
        desk.hold(found.carePackage());
        Variation held = table.hold(found.id());
        if (held.adds()) judgement.holdProvider(held);
        return held;
    }

    private void step(Actor actor, Variation next, String event) {
        boolean agreed = next.status() == VariationStatus.AGREED;
        if (agreed) judgement.mustNotBeStopped(next);
        Instant now = now();
        table.answer(next, agreed ? now : null);
        table.note(next.id(), event, actor, null);
        if (agreed) table.note(next.id(), "AGREED", actor, null);
        news.tell(actor, next, next.status());
        if (agreed) agreement.come(actor, next, now);
    }

    private static boolean allowed(Actor actor, Variation held, Objection how, LocalDate today) {
        return switch (how) {
            case REJECTION ->
                held.status() == VariationStatus.REQUESTED && decides(actor, held)
                        || held.status() == VariationStatus.WITH_FINANCE && actor.is(FINANCE);
            case REFUSAL -> held.status() == VariationStatus.WITH_PROVIDER && ownsIt(actor, held);
            case CANCELLATION ->
                held.status().open()
                        && (held.byProvider()
                                ? ownsIt(actor, held)
                                : held.team().equals(actor.team()));
            case UNDOING ->
                held.status() == VariationStatus.AGREED
                        && held.end() == null
                        && held.from().isAfter(today)
                        && decides(actor, held);
        };
    }

    private static boolean decides(Actor actor, Variation one) {
        return actor.is(BROKER) || actor.is(TEAM_MANAGER) && one.team().equals(actor.team());
    }

    private static boolean ownsIt(Actor actor, Variation one) {
        return VariationDesk.ofProvider(actor) && one.provider().equals(actor.organisation());
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return Zone.dayOf(now());
    }
}
