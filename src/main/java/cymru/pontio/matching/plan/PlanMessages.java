package cymru.pontio.matching.plan;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Providers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to providers that follow from a plan. A person approves each; it says only that more hours of its own would be of
 * use, never what else stands in the way: that is about a person, or about the provider’s standing.
 */
@Service
class PlanMessages {
    /** An older list has moved on. */
    private static final Duration FRESH = Duration.ofDays(7);

    private final RandomGenerator random = new SecureRandom();
    private final PlanTable plans;
    private final PlanMessageTable table;
    private final Providers providers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PlanMessages(
            PlanTable plans,
            PlanMessageTable table,
            Providers providers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.table = table;
        this.providers = providers;
        this.clock = clock;
        this.events = events;
    }

    record PlanMessageSent(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** One for each provider that more hours would let take something, by name; none of a plan of what is only supposed. */
    @Transactional(readOnly = true)
    public List<PlanMessage> of(Actor actor, PlanRef ref) {
        may(actor);
        PlanView plan = plans.view(ref.value());
        if (plan.inputsAt() == null || plan.supposes()) return List.of();
        return messages(plan, plan.inputsAt());
    }

    @Transactional
    public void send(Actor actor, PlanRef ref, String providerRef) {
        PlanMessage message = of(actor, ref).stream()
                .filter(one -> one.providerRef().equals(providerRef))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (message.inputsAt().isBefore(clock.instant().minus(FRESH))) throw new RuleBroken("plan.error.old");
        UUID provider = providers.byRef(providerRef).id();
        MessageRef drawn = Reference.free(() -> MessageRef.random(random), table::taken);
        if (!table.insert(drawn, ref, provider, providerRef, actor, clock.instant()))
            throw new RuleBroken("plan.error.sent", message.provider());
        events.publishEvent(
                new PlanMessageSent(actor, drawn.value(), Map.of("plan", ref.value(), "provider", providerRef)));
    }

    /** For the provider that was told, and for the council. */
    @Transactional(readOnly = true)
    public PlanMessage view(Actor actor, MessageRef ref) {
        PlanMessageTable.Key key = table.find(ref).orElseThrow(NotFound::new);
        boolean own = actor.ofProvider() && actor.organisation().equals(key.provider());
        if (!own) may(actor);
        PlanView plan = plans.view(key.plan());
        return messages(plan, Objects.requireNonNull(plan.inputsAt())).stream()
                .filter(one -> one.providerRef().equals(key.providerRef()))
                .findFirst()
                .orElseThrow();
    }

    private List<PlanMessage> messages(PlanView plan, Instant inputsAt) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, List<PlanMessage.Wish>> wishes = new LinkedHashMap<>();
        for (PlanRow row : plans.rows(plan.ref()))
            for (Way way : row.ways()) {
                if (way.rule() != null || way.more().isEmpty()) continue;
                names.put(way.ref(), way.name());
                wishes.computeIfAbsent(way.ref(), one -> new ArrayList<>())
                        .add(new PlanMessage.Wish(row.areaEn(), row.areaCy(), row.userMinutes(), way.more()));
            }
        Map<String, PlanMessage.Sent> sent = table.sent(plan.ref());
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(one -> new PlanMessage(
                        one.getKey(),
                        one.getValue(),
                        inputsAt,
                        List.copyOf(Objects.requireNonNull(wishes.get(one.getKey()))),
                        sent.get(one.getKey())))
                .toList();
    }

    private static void may(Actor actor) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
    }
}
