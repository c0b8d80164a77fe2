package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A provider's own spare hours: what it declares, and what became of it. Another provider's are not there. */
@Service
class Capacities {
    private final CapacityTable table;
    private final Providers providers;
    private final ApplicationEventPublisher events;

    Capacities(CapacityTable table, Providers providers, ApplicationEventPublisher events) {
        this.table = table;
        this.providers = providers;
        this.events = events;
    }

    record CapacityDeclared(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /**
     * @param provider whose hours
     * @param today on which the page is shown
     */
    record View(ProviderView provider, Spare spare, LocalDate today) {
        public LocalDate usualEnd() {
            return Declaration.usualEnd(today);
        }
    }

    @Transactional(readOnly = true)
    public View view(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR);
        return new View(providers.view(actor.organisation()), table.spare(actor.organisation()), table.today());
    }

    /**
     * Puts a new declaration in the place of the last.
     *
     * @param seen how many changes there had been when the page was shown
     * @return false, and nothing done, if an award took hours or a colleague declared since
     */
    @Transactional
    public boolean declare(Actor actor, Declaration declaration, long seen) {
        ProviderView provider = own(actor);
        declaration.check(provider.patches(), provider.doubleHanded(), table.today());
        if (table.hold(actor.organisation()).changes() != seen) return false;
        enter(actor, provider, declaration, false);
        return true;
    }

    /** The same as last time, less what accepted awards have taken since, for another two weeks. */
    @Transactional
    public void repeat(Actor actor) {
        ProviderView provider = own(actor);
        Spare spare = table.hold(actor.organisation());
        if (spare.declared() == null) throw new RuleBroken("capacity.error.nothingToRepeat");
        Map<Slot, Integer> again = new TreeMap<>(spare.again());
        again.keySet().removeIf(slot -> !provider.covers(slot.locality()));
        enter(actor, provider, new Declaration(again, Declaration.usualEnd(table.today())), true);
    }

    private void enter(Actor actor, ProviderView provider, Declaration declaration, boolean repeated) {
        table.declare(actor, declaration, repeated);
        events.publishEvent(new CapacityDeclared(
                actor,
                provider.ref(),
                Map.of(
                        "userMinutesOneWorker", "" + sum(declaration, 1),
                        "userMinutesTwoWorkers", "" + sum(declaration, 2),
                        "validUntil", declaration.validUntil().toString(),
                        "repeated", "" + repeated)));
    }

    private ProviderView own(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR);
        return providers.view(actor.organisation());
    }

    private static int sum(Declaration declaration, int workers) {
        return declaration.hours().entrySet().stream()
                .filter(one -> one.getKey().workers() == workers)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
