package cymru.pontio.placements.suspensions;

import static cymru.pontio.kernel.Role.COMMISSIONER;

import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contract's rule for the retainer. A new one begins on a day to come, and days that have come keep theirs. */
@Service
public class RetainerRules {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RetainerRules(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    record RetainerRuleSet(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /**
     * @param from first day on which an absence begins that it is for; none for the first rule
     * @param days that are paid, the first of the absence included
     */
    record Rule(
            AwayKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            int days,
            BigDecimal percent,
            String by) {}

    @Transactional(readOnly = true)
    public List<Rule> all(Actor actor) {
        actor.must(Suspensions.COUNCIL);
        return jdbc.sql("""
                select kind, lower(valid) as "from", upper(valid) as until, days, percent, by_name as by
                from placements.retainer_rule order by kind, lower(valid) desc nulls last""").query(Rule.class).list();
    }

    @Transactional
    public void set(Actor actor, AwayKind kind, LocalDate from, int days, BigDecimal percent) {
        actor.must(COMMISSIONER);
        if (!from.isAfter(today())) throw new RuleBroken("suspensions.error.ruleToday");
        try {
            jdbc.sql("""
                    update placements.retainer_rule set valid = daterange(lower(valid), :from)
                    where kind = :kind and valid @> cast(:from as date)""").param("from", from).param("kind", kind.name()).update();
            jdbc.sql("""
                    insert into placements.retainer_rule (kind, valid, days, percent, by_account, by_name)
                    values (:kind, daterange(:from, null), :days, :percent, :by, :name)""")
                    .param("kind", kind.name())
                    .param("from", from)
                    .param("days", days)
                    .param("percent", percent)
                    .param("by", actor.userId())
                    .param("name", actor.name())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new RuleBroken("suspensions.error.ruleTwice");
        }
        events.publishEvent(new RetainerRuleSet(
                actor,
                "RETAINER " + kind,
                Map.of("from", from.toString(), "days", "" + days, "percent", percent.toPlainString())));
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
