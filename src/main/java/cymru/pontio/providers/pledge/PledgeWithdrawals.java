package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The council takes a level away, from today or a later day on; the provider may earn it again with new attestations. */
@Service
public class PledgeWithdrawals {
    private final JdbcClient jdbc;
    private final Signatories signatories;
    private final PledgeHoldings holdings;
    private final ApplicationEventPublisher events;

    PledgeWithdrawals(
            JdbcClient jdbc, Signatories signatories, PledgeHoldings holdings, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.signatories = signatories;
        this.holdings = holdings;
        this.events = events;
    }

    /** @param note what the provider is told */
    record Terms(Level level, LocalDate from, WithdrawalReason reason, String note) {}

    @Transactional
    void withdraw(Actor actor, String providerRef, Terms terms) {
        actor.must(Role.COMMISSIONER);
        holdings.lock(signatories.view(actor, providerRef).provider());
        Signatory one = signatories.view(actor, providerRef);
        if (terms.from.isBefore(one.today())) throw new RuleBroken("pledge.error.past");
        boolean held = one.holdings().stream()
                .anyMatch(
                        days -> days.until().isAfter(terms.from) && days.level().compareTo(terms.level) >= 0);
        if (!held) throw new RuleBroken("pledge.error.notHeld");
        end(one, terms);
        jdbc.sql("""
                insert into providers.pledge_withdrawal (id, provider_id, level, from_on, reason, note, by_account, by_name, at)
                values (:id, :provider, :level, :from, :reason, :note, :by, :name, clock_timestamp())""")
                .param("id", Ids.next())
                .param("provider", one.provider())
                .param("level", terms.level.name())
                .param("from", terms.from)
                .param("reason", terms.reason.name())
                .param("note", terms.note)
                .param("by", actor.userId())
                .param("name", actor.name())
                .update();
        holdings.workOut(one.provider());
        events.publishEvent(new PledgeEvents.PledgeLevelWithdrawn(
                actor,
                one.ref(),
                terms.reason.name(),
                Map.of("level", terms.level.name(), "from", terms.from.toString())));
    }

    /** In every version the level has been in: an older one may still count while a transition runs. */
    private void end(Signatory one, Terms terms) {
        jdbc.sql("""
                update providers.pledge_attestation a set ended_on = greatest(:from, a.accepted_from)
                where a.provider_id = :provider and a.status = 'ACCEPTED' and a.good_until >= :from
                    and (a.ended_on is null or a.ended_on > :from)
                    and exists (select from providers.pledge_version_clause c join providers.pledge_version v on v.id = c.version_id
                        where c.clause_id = a.clause_id and v.status = 'ADOPTED'
                            and array_position(array['BRONZE', 'SILVER', 'GOLD'], c.level)
                                >= array_position(array['BRONZE', 'SILVER', 'GOLD'], :level))""")
                .param("from", terms.from)
                .param("provider", one.provider())
                .param("level", terms.level.name())
                .update();
    }
}
