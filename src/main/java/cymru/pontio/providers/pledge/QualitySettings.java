package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether and how much the pledge counts when bids are compared: it changes who wins, so two commissioners decide it. */
@Service
public class QualitySettings {
    private final JdbcClient jdbc;
    private final Pledge pledge;
    private final ApplicationEventPublisher events;

    QualitySettings(JdbcClient jdbc, Pledge pledge, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.pledge = pledge;
        this.events = events;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<QualitySetting> all(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return jdbc.sql("select * from providers.pledge_quality order by number desc")
                .query((row, n) -> setting(row))
                .list();
    }

    @Transactional(readOnly = true)
    QualitySetting view(Actor actor, int number) {
        return all(actor).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The latest, to begin with; nobody types a proposal beside one that waits. */
    @Transactional(readOnly = true)
    QualitySetting mayPropose(Actor actor) {
        actor.must(Role.COMMISSIONER);
        List<QualitySetting> all = all(actor);
        if (all.stream().anyMatch(QualitySetting::open)) throw new RuleBroken("pledge.error.qualityInHand");
        return all.getFirst();
    }

    /** What counts on a day, as adopted so far. */
    @Transactional(readOnly = true)
    QualitySetting on(LocalDate day) {
        return jdbc.sql("""
                select * from providers.pledge_quality where status = 'ADOPTED' and from_on <= ?
                order by from_on desc, number desc limit 1""").param(day).query((row, n) -> setting(row)).single();
    }

    /** One proposal at a time. */
    @Transactional
    int propose(Actor actor, QualitySetting.Terms terms) {
        actor.must(Role.COMMISSIONER);
        mustBeAhead(terms.from());
        if (terms.same(on(terms.from()))) throw new RuleBroken("pledge.error.qualitySame");
        int number = jdbc.sql("""
                insert into providers.pledge_quality (from_on, weight, bronze, silver, gold, status, reason, proposed_by,
                    proposed_by_name, proposed_at)
                values (:from, :weight, :bronze, :silver, :gold, 'PROPOSED', :reason, :by, :name, clock_timestamp())
                on conflict do nothing returning number""")
                .param("from", terms.from())
                .param("weight", terms.weight())
                .param("bronze", terms.bronze())
                .param("silver", terms.silver())
                .param("gold", terms.gold())
                .param("reason", terms.reason())
                .param("by", actor.userId())
                .param("name", actor.name())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new RuleBroken("pledge.error.qualityInHand"));
        events.publishEvent(new PledgeEvents.PledgeQualityProposed(
                actor, subject(number), Map.of("weight", "" + terms.weight(), "from", "" + terms.from())));
        return number;
    }

    /** From its first day, which must still be to come: no round is scored by what was not known on its day. */
    @Transactional
    void adopt(Actor actor, int number) {
        QualitySetting one = held(actor, number);
        if (actor.userId().equals(one.proposedBy())) throw new RuleBroken("pledge.error.own");
        mustBeAhead(one.from());
        decide(actor, number, VersionStatus.ADOPTED, null);
        events.publishEvent(new PledgeEvents.PledgeQualityAdopted(
                actor, subject(number), Map.of("weight", "" + one.weight(), "from", "" + one.from())));
    }

    /** By another commissioner, or taken back by whoever proposed it. */
    @Transactional
    void turnDown(Actor actor, int number, String reason) {
        held(actor, number);
        decide(actor, number, VersionStatus.REFUSED, reason);
        events.publishEvent(new PledgeEvents.PledgeQualityTurnedDown(actor, subject(number)));
    }

    private QualitySetting held(Actor actor, int number) {
        actor.must(Role.COMMISSIONER);
        jdbc.sql("select number from providers.pledge_quality where number = ? for update")
                .param(number)
                .query(Integer.class)
                .optional();
        QualitySetting one = view(actor, number);
        if (!one.open()) throw new RuleBroken("pledge.error.qualityDecided");
        return one;
    }

    private void mustBeAhead(LocalDate from) {
        if (!from.isAfter(pledge.today())) throw new RuleBroken("pledge.error.startsPast");
    }

    private void decide(Actor by, int number, VersionStatus status, @Nullable String reason) {
        jdbc.sql("""
                update providers.pledge_quality set status = :status, decided_by = :by, decided_by_name = :name,
                    decided_at = clock_timestamp(), decision_reason = :reason where number = :number""")
                .param("status", status.name())
                .param("by", by.userId())
                .param("name", by.name())
                .param("reason", reason)
                .param("number", number)
                .update();
    }

    private static String subject(int number) {
        return "PLEDGE QUALITY " + number;
    }

    private static QualitySetting setting(ResultSet row) throws SQLException {
        return new QualitySetting(
                row.getInt("number"),
                VersionStatus.valueOf(row.getString("status")),
                Objects.requireNonNull(row.getObject("from_on", LocalDate.class)),
                row.getInt("weight"),
                row.getBigDecimal("bronze"),
                row.getBigDecimal("silver"),
                row.getBigDecimal("gold"),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                VersionShelf.instant(row, "proposed_at").orElse(null),
                row.getString("decided_by_name"),
                VersionShelf.instant(row, "decided_at").orElse(null),
                row.getString("decision_reason"));
    }
}
