package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Versions of the pledge: one commissioner drafts and proposes, another adopts or turns down. One at a time. */
@Service
public class PledgeVersions {
    private static final Role[] READERS = {
        Role.COMMISSIONER, Role.BROKER, Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR
    };

    private final JdbcClient jdbc;
    private final VersionShelf shelf;
    private final PledgeHoldings holdings;
    private final Pledge pledge;
    private final ApplicationEventPublisher events;

    PledgeVersions(
            JdbcClient jdbc,
            VersionShelf shelf,
            PledgeHoldings holdings,
            Pledge pledge,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.holdings = holdings;
        this.pledge = pledge;
        this.events = events;
    }

    record Terms(LocalDate startsOn, LocalDate transitionUntil, String why) {}

    /** The newest first; providers see only what was adopted. */
    @Transactional(readOnly = true)
    List<Version> all(Actor actor) {
        actor.must(READERS);
        return shelf.all().stream().filter(version -> seenBy(version, actor)).toList();
    }

    /** Adopted, and not begun yet. */
    @Transactional(readOnly = true)
    List<Version> coming(Actor actor) {
        LocalDate today = pledge.today();
        return all(actor).stream()
                .filter(version -> version.status() == VersionStatus.ADOPTED
                        && version.startsOn().isAfter(today))
                .toList();
    }

    @Transactional(readOnly = true)
    Version view(Actor actor, int number) {
        actor.must(READERS);
        return shelf.numbered(number).filter(version -> seenBy(version, actor)).orElseThrow(NotFound::new);
    }

    /** Nobody gives reasons for a version beside one that is in hand. */
    @Transactional(readOnly = true)
    void mayDraft(Actor actor) {
        actor.must(Role.COMMISSIONER);
        if (shelf.all().stream().anyMatch(Version::inHand)) throw new RuleBroken("pledge.error.inHand");
    }

    /** A copy of the latest adopted version, to be changed. */
    @Transactional
    int draft(Actor actor, Terms terms) {
        actor.must(Role.COMMISSIONER);
        if (!terms.startsOn.isAfter(pledge.today())) throw new RuleBroken("pledge.error.startsPast");
        Version latest = shelf.adopted().getLast();
        if (!terms.startsOn.isAfter(latest.startsOn())) throw new RuleBroken("pledge.error.startsBefore");
        UUID id = Ids.next();
        int added = jdbc.sql("""
                insert into providers.pledge_version (id, number, starts_on, transition_until, why, drafted_by, drafted_by_name,
                    drafted_at)
                values (:id, (select max(number) + 1 from providers.pledge_version), :starts, :transition, :why, :by, :name,
                    clock_timestamp()) on conflict do nothing""")
                .param("id", id)
                .param("starts", terms.startsOn)
                .param("transition", terms.transitionUntil)
                .param("why", terms.why)
                .param("by", actor.userId())
                .param("name", actor.name())
                .update();
        if (added == 0) throw new RuleBroken("pledge.error.inHand");
        copy(latest.id(), id);
        int number = jdbc.sql("select number from providers.pledge_version where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        events.publishEvent(new PledgeEvents.PledgeDrafted(actor, subject(number)));
        return number;
    }

    private void copy(UUID from, UUID to) {
        jdbc.sql("""
                insert into providers.pledge_level (version_id, level, illustrative, reward_an_hour)
                select ?, level, illustrative, reward_an_hour from providers.pledge_level where version_id = ?""").params(to, from).update();
        jdbc.sql("""
                insert into providers.pledge_version_clause (version_id, clause_id, level, mandatory, position)
                select ?, clause_id, level, mandatory, position from providers.pledge_version_clause where version_id = ?""").params(to, from).update();
    }

    /** The draft goes to another commissioner and no longer changes. */
    @Transactional
    void propose(Actor actor, int number) {
        Version version = view(actor, number);
        if (!version.draftOf(actor)) throw new RuleBroken("pledge.error.notDraft");
        change(version, VersionStatus.DRAFT, VersionStatus.PROPOSED, actor, null);
        events.publishEvent(new PledgeEvents.PledgeProposed(actor, subject(number)));
    }

    /** Everybody’s levels are worked out anew from its first day. */
    @Transactional
    void adopt(Actor actor, int number) {
        Version version = forDecision(actor, number);
        if (!version.startsOn().isAfter(pledge.today())) throw new RuleBroken("pledge.error.startsPast");
        change(version, VersionStatus.PROPOSED, VersionStatus.ADOPTED, actor, null);
        holdings.workOutAll();
        events.publishEvent(new PledgeEvents.PledgeAdopted(
                actor, subject(number), Map.of("from", version.startsOn().toString())));
    }

    @Transactional
    void refuse(Actor actor, int number, String reason) {
        Version version = forDecision(actor, number);
        change(version, VersionStatus.PROPOSED, VersionStatus.REFUSED, actor, reason);
        events.publishEvent(new PledgeEvents.PledgeTurnedDown(actor, subject(number)));
    }

    private Version forDecision(Actor actor, int number) {
        actor.must(Role.COMMISSIONER);
        Version version = view(actor, number);
        if (version.status() == VersionStatus.PROPOSED && !version.decidableBy(actor))
            throw new RuleBroken("pledge.error.own");
        return version;
    }

    private void change(Version version, VersionStatus from, VersionStatus to, Actor actor, @Nullable String reason) {
        boolean decided = to != VersionStatus.PROPOSED;
        int changed = jdbc.sql("""
                update providers.pledge_version set status = :to, decided_by = :by, decided_by_name = :name,
                    decided_at = case when :decided then clock_timestamp() end, decision_reason = :reason
                where id = :id and status = :from""")
                .param("to", to.name())
                .param("by", decided ? actor.userId() : null)
                .param("name", decided ? actor.name() : null)
                .param("decided", decided)
                .param("reason", reason)
                .param("id", version.id())
                .param("from", from.name())
                .update();
        if (changed == 0) throw new RuleBroken("pledge.error.versionDecided");
    }

    private static boolean seenBy(Version version, Actor actor) {
        return version.status() == VersionStatus.ADOPTED || !actor.ofProvider();
    }

    static String subject(int number) {
        return "PLEDGE " + number;
    }
}
