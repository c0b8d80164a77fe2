package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Providers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A provider’s own register of workers. Nobody else’s rows can be reached through it. */
@Service
public class Workers {
    static final Role[] KEEPERS = {Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR};

    private final WorkerStore store;
    private final Standards standards;
    private final Providers providers;
    private final Day day;
    private final ApplicationEventPublisher events;

    Workers(WorkerStore store, Standards standards, Providers providers, Day day, ApplicationEventPublisher events) {
        this.store = store;
        this.standards = standards;
        this.providers = providers;
        this.day = day;
        this.events = events;
    }

    @Transactional(readOnly = true)
    Team team(Actor actor) {
        actor.must(KEEPERS);
        return Team.of(
                store.of(actor.organisation()),
                providers.view(actor.organisation()).patches(),
                standard(),
                day.today());
    }

    /** In the order of their numbers, also those who have left. */
    @Transactional(readOnly = true)
    List<Worker> all(Actor actor) {
        actor.must(KEEPERS);
        return store.of(actor.organisation());
    }

    @Transactional(readOnly = true)
    Compliance view(Actor actor, UUID id) {
        return Compliance.of(own(actor, id), standard(), day.today());
    }

    /** Whether another worker of the provider has the number. */
    @Transactional(readOnly = true)
    boolean taken(Actor actor, String ref, Optional<UUID> except) {
        return all(actor).stream()
                .anyMatch(one ->
                        one.ref().equals(ref) && except.filter(one.id()::equals).isEmpty());
    }

    @Transactional
    UUID add(Actor actor, WorkerTerms terms) {
        actor.must(KEEPERS);
        store.lock(actor.organisation());
        if (taken(actor, terms.ref(), Optional.empty())) throw new RuleBroken("workforce.error.taken");
        UUID id = store.insert(actor, terms, standard());
        events.publishEvent(new WorkforceEvents.WorkerAdded(actor, subject(id)));
        return id;
    }

    /** @param version as it was when the form was opened */
    @Transactional
    void change(Actor actor, UUID id, int version, WorkerTerms terms) {
        actor.must(KEEPERS);
        store.lock(actor.organisation());
        Worker worker = own(actor, id);
        if (worker.version() != version) throw new RuleBroken("workforce.error.changed");
        if (taken(actor, terms.ref(), Optional.of(id))) throw new RuleBroken("workforce.error.taken");
        store.update(actor, id, terms, standard());
        events.publishEvent(new WorkforceEvents.WorkerChanged(actor, subject(id)));
    }

    /** @param last day of work, today or earlier or within a notice period */
    @Transactional
    void leave(Actor actor, UUID id, LocalDate last) {
        actor.must(KEEPERS);
        store.lock(actor.organisation());
        Worker worker = own(actor, id);
        worker.mustNotHaveLeft();
        if (last.isBefore(worker.started())) throw new RuleBroken("workforce.error.leftBeforeStart");
        store.update(actor, id, worker.terms().leaving(last), standard());
        events.publishEvent(new WorkforceEvents.WorkerLeft(actor, subject(id), Map.of("last", last.toString())));
    }

    /** A worker who takes guaranteed hours has them from the day of the offer; who stays is asked again in three months. */
    @Transactional
    void offer(Actor actor, UUID id, LocalDate on, OfferChoice choice) {
        actor.must(KEEPERS);
        store.lock(actor.organisation());
        Worker worker = own(actor, id);
        worker.mustNotBeGuaranteed();
        if (!on.isAfter(worker.contractSince()) || on.isAfter(day.today()))
            throw new RuleBroken("workforce.error.offerDay");
        if (worker.offers().stream().anyMatch(one -> one.on().equals(on)))
            throw new RuleBroken("workforce.error.offerTwice");
        store.offer(actor, id, new Worker.Offer(on, choice));
        if (choice != OfferChoice.STAY) store.update(actor, id, worker.terms().guaranteedFrom(on), standard());
        events.publishEvent(new WorkforceEvents.HoursOffered(actor, subject(id), Map.of("choice", choice.name())));
    }

    LocalDate today() {
        return day.today();
    }

    Standard standard() {
        return standards.on(day.today());
    }

    private Worker own(Actor actor, UUID id) {
        actor.must(KEEPERS);
        return store.find(actor.organisation(), id).orElseThrow(NotFound::new);
    }

    private static String subject(UUID id) {
        return "WORKER " + id;
    }
}
