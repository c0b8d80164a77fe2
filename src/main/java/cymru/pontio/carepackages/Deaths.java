package cymru.pontio.carepackages;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The person has died. One action closes everything from that moment: every package of the person, and with it what other
 * rooms hold for it: adverts, offers, placements, bridging, changes that were asked for. Nothing is due or chargeable after.
 */
@Service
public class Deaths {
    private static final Duration AGO = Duration.ofDays(366);

    private final PackageShelf shelf;
    private final JdbcClient jdbc;

    Deaths(PackageShelf shelf, JdbcClient jdbc) {
        this.shelf = shelf;
        this.jdbc = jdbc;
    }

    /** Before anybody is asked for the moment: may this reader say so? */
    @Transactional(readOnly = true)
    public void check(Actor actor, PackageRef ref) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER, BROKER);
        PackageStatus status = shelf.forReading(actor, ref).status();
        if (status == PackageStatus.WITHDRAWN || status == PackageStatus.ENDED) mustBeOpen(ref, status);
    }

    /** @param at not to come, and not more than a year ago */
    @Transactional
    public void died(Actor actor, PackageRef ref, Instant at) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER, BROKER);
        if (at.isAfter(shelf.now())) throw new RuleBroken("carepackages.error.notYet");
        if (at.isBefore(shelf.now().minus(AGO))) throw new RuleBroken("carepackages.error.longAgo");
        PackageView told = shelf.forReading(actor, ref).view();
        PersonId person = told.plan().person();
        List<UUID> all = person == null ? List.of(told.id().value()) : openOf(person);
        if (!all.contains(told.id().value())) mustBeOpen(ref, told.status());
        for (UUID id : all) close(actor, shelf.hold(new PackageId(id)), at);
    }

    private void close(Actor actor, CarePackage held, Instant at) {
        PackageStatus status = held.status();
        if (status == PackageStatus.WITHDRAWN || status == PackageStatus.ENDED) return;
        String reason = CareEnd.DIED.name();
        if (held.caredFor() && Step.END.allowedIn(status))
            shelf.step(actor, held, reason, (one, now) -> one.end(actor, reason, at));
        else shelf.step(actor, held, reason, (one, now) -> one.withdraw(actor, WithdrawalReason.DIED, at));
    }

    /** In one order, so that two who tell it at once wait for each other. */
    private List<UUID> openOf(PersonId person) {
        return jdbc.sql("""
                select id from carepackages.care_package
                where person_id = ? and status not in ('WITHDRAWN', 'ENDED') order by id""").param(person.value()).query(UUID.class).list();
    }

    private static void mustBeOpen(PackageRef ref, PackageStatus status) {
        throw new RuleBroken("carepackages.error.over", ref, Objects.toString(status));
    }
}
