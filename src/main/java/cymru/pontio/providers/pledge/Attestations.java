package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A provider gives its word for a clause, renews it before it runs out, or takes it back while nobody has decided. */
@Service
public class Attestations {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final VersionShelf versions;
    private final AttestationShelf shelf;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attestations(
            JdbcClient jdbc,
            VersionShelf versions,
            AttestationShelf shelf,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.shelf = shelf;
        this.events = events;
        this.clock = clock;
    }

    /** A clause of an adopted version, also of one that begins later, so that nobody loses a level on its first day. */
    @Transactional(readOnly = true)
    Clause clause(Actor actor, int version, String code) {
        actor.must(Role.PROVIDER_MANAGER);
        return versions.numbered(version)
                .filter(one -> one.status() == VersionStatus.ADOPTED)
                .flatMap(one -> one.clause(code))
                .orElseThrow(NotFound::new);
    }

    @Transactional
    String attest(Actor actor, int version, String code, AttestationTerms terms) {
        Clause clause = clause(actor, version, code);
        if (!terms.mistakes(clause, today()).isEmpty()) throw new RuleBroken("pledge.error.dates");
        String ref = Reference.free(
                () -> Reference.random(AttestationShelf.PREFIX, RANDOM),
                drawn -> jdbc.sql("select exists (select from providers.pledge_attestation where ref = ?)")
                        .param(drawn)
                        .query(Boolean.class)
                        .single());
        int added = jdbc.sql("""
                insert into providers.pledge_attestation (id, ref, provider_id, clause_id, done_on, good_until, evidence,
                    attested_by, attested_by_name, attested_at)
                values (:id, :ref, :provider, :clause, :done, :until, :evidence, :by, :name, clock_timestamp())
                on conflict (provider_id, clause_id) where status = 'WAITING' do nothing""")
                .param("id", Ids.next())
                .param("ref", ref)
                .param("provider", actor.organisation())
                .param("clause", clause.id())
                .param("done", terms.doneOn())
                .param("until", terms.goodUntil())
                .param("evidence", terms.evidence())
                .param("by", actor.userId())
                .param("name", actor.name())
                .update();
        if (added == 0) throw new RuleBroken("pledge.error.waiting");
        events.publishEvent(new PledgeEvents.PledgeAttested(actor, ref, Map.of("clause", clause.code())));
        return ref;
    }

    /** The provider's own, while nobody has decided; files may be added to it. */
    @Transactional(readOnly = true)
    Attestation waiting(Actor actor, String typed) {
        actor.must(Role.PROVIDER_MANAGER);
        Attestation one = shelf.byRef(typed);
        if (!one.provider().equals(actor.organisation())) throw new NotFound();
        if (one.status() != AttestationStatus.WAITING) throw new RuleBroken("pledge.error.decided");
        return one;
    }

    /** @throws NotFound for another provider’s */
    @Transactional
    void takeBack(Actor actor, String typed) {
        actor.must(Role.PROVIDER_MANAGER);
        Attestation one = shelf.byRef(typed);
        if (!one.provider().equals(actor.organisation())) throw new NotFound();
        int changed = jdbc.sql(
                        "update providers.pledge_attestation set status = 'TAKEN_BACK' where id = ? and status = 'WAITING'")
                .param(one.id())
                .update();
        if (changed == 0) throw new RuleBroken("pledge.error.decided");
        events.publishEvent(new PledgeEvents.AttestationTakenBack(actor, one.ref()));
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
