package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A commissioner accepts or queries what a provider attests. Of two at once, one wins and the other is told. */
@Service
public class PledgeVerification {
    static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final AttestationShelf shelf;
    private final PledgeHoldings holdings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PledgeVerification(
            JdbcClient jdbc,
            AttestationShelf shelf,
            PledgeHoldings holdings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.holdings = holdings;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Attestation> queue(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return shelf.waiting(SHOWN);
    }

    /** A provider sees its own, whatever became of it: what it shows for a level stays with the level. */
    @Transactional(readOnly = true)
    Attestation view(Actor actor, String ref) {
        actor.must(Role.COMMISSIONER, Role.BROKER, Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR);
        Attestation one = shelf.byRef(ref);
        if (actor.ofProvider() && !one.provider().equals(actor.organisation())) throw new NotFound();
        return one;
    }

    /** It counts from today. A level that is complete with it is earned today. */
    @Transactional
    void accept(Actor actor, String ref) {
        Attestation one = forDecision(actor, ref);
        LocalDate today = Zone.dayOf(clock.instant());
        if (one.goodUntil().isBefore(today)) throw new RuleBroken("pledge.error.ranOut");
        int changed = jdbc.sql("""
                update providers.pledge_attestation set status = 'ACCEPTED', accepted_from = :today, decided_by = :by,
                    decided_by_name = :name, decided_at = clock_timestamp() where id = :id and status = 'WAITING'""")
                .param("today", today)
                .param("by", actor.userId())
                .param("name", actor.name())
                .param("id", one.id())
                .update();
        if (changed == 0) throw new RuleBroken("pledge.error.decided");
        holdings.workOut(one.provider());
        events.publishEvent(new PledgeEvents.AttestationAccepted(actor, one.ref(), facts(one)));
    }

    /** @param query what the provider is asked */
    @Transactional
    void query(Actor actor, String ref, String query) {
        Attestation one = forDecision(actor, ref);
        int changed = jdbc.sql("""
                update providers.pledge_attestation set status = 'QUERIED', query = :query, decided_by = :by,
                    decided_by_name = :name, decided_at = clock_timestamp() where id = :id and status = 'WAITING'""")
                .param("query", query)
                .param("by", actor.userId())
                .param("name", actor.name())
                .param("id", one.id())
                .update();
        if (changed == 0) throw new RuleBroken("pledge.error.decided");
        events.publishEvent(new PledgeEvents.AttestationQueried(actor, one.ref(), facts(one)));
    }

    private Attestation forDecision(Actor actor, String ref) {
        actor.must(Role.COMMISSIONER);
        Attestation one = shelf.byRef(ref);
        holdings.lock(one.provider());
        return one;
    }

    private static Map<String, String> facts(Attestation one) {
        return Map.of("provider", one.providerRef(), "clause", one.code());
    }
}
