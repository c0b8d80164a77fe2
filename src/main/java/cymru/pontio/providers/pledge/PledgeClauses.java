package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clauses of a draft, changed by who drafts it. A clause whose words, evidence and months stay the same stays the same
 * clause, so that what providers have attested goes on counting; otherwise it is a new one.
 */
@Service
public class PledgeClauses {
    private final JdbcClient jdbc;
    private final PledgeVersions versions;
    private final ApplicationEventPublisher events;

    PledgeClauses(JdbcClient jdbc, PledgeVersions versions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.events = events;
    }

    record Terms(
            String code,
            String textEn,
            String textCy,
            Evidence evidence,
            int goodMonths,
            Level level,
            boolean mandatory) {

        boolean sameWords(Clause clause) {
            return code.equals(clause.code())
                    && textEn.equals(clause.textEn())
                    && textCy.equals(clause.textCy())
                    && evidence == clause.evidence()
                    && goodMonths == clause.goodMonths();
        }
    }

    @Transactional(readOnly = true)
    Clause view(Actor actor, int number, String code) {
        return draft(actor, number).clause(code).orElseThrow(NotFound::new);
    }

    /** Another clause of the draft has this code already. */
    @Transactional(readOnly = true)
    boolean taken(Actor actor, int number, String code, Optional<Clause> except) {
        return draft(actor, number)
                .clause(code)
                .filter(found -> except.isEmpty() || !except.get().id().equals(found.id()))
                .isPresent();
    }

    @Transactional
    void add(Actor actor, int number, Terms terms) {
        Version version = draft(actor, number);
        if (version.clause(terms.code).isPresent()) throw new RuleBroken("pledge.error.codeTaken");
        put(version, terms, 1000);
        say(actor, number, terms.code, "added");
    }

    @Transactional
    void change(Actor actor, int number, String code, Terms terms) {
        Version version = draft(actor, number);
        Clause old = version.clause(code).orElseThrow(NotFound::new);
        if (taken(actor, number, terms.code, Optional.of(old))) throw new RuleBroken("pledge.error.codeTaken");
        if (terms.sameWords(old)) {
            jdbc.sql("""
                    update providers.pledge_version_clause set level = ?, mandatory = ?
                    where version_id = ? and clause_id = ?""")
                    .params(terms.level.name(), terms.mandatory, version.id(), old.id())
                    .update();
        } else {
            int position = remove(version, old);
            put(version, terms, position);
        }
        say(actor, number, terms.code, "changed");
    }

    @Transactional
    void drop(Actor actor, int number, String code) {
        Version version = draft(actor, number);
        remove(version, version.clause(code).orElseThrow(NotFound::new));
        say(actor, number, code, "removed");
    }

    /** The version, if it is this person’s draft; for everybody else there is nothing here to change. */
    private Version draft(Actor actor, int number) {
        Version version = versions.view(actor, number);
        if (!version.draftOf(actor)) throw new NotFound();
        return version;
    }

    private int remove(Version version, Clause old) {
        return jdbc.sql(
                        "delete from providers.pledge_version_clause where version_id = ? and clause_id = ? returning position")
                .params(version.id(), old.id())
                .query(Integer.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void put(Version version, Terms terms, int position) {
        UUID id = Ids.next();
        jdbc.sql("""
                insert into providers.pledge_clause (id, code, text_en, text_cy, evidence, good_months)
                values (:id, :code, :en, :cy, :evidence, :months)""")
                .param("id", id)
                .param("code", terms.code)
                .param("en", terms.textEn)
                .param("cy", terms.textCy)
                .param("evidence", terms.evidence.name())
                .param("months", terms.goodMonths)
                .update();
        jdbc.sql("""
                insert into providers.pledge_version_clause (version_id, clause_id, level, mandatory, position)
                values (?, ?, ?, ?, ?)""")
                .params(version.id(), id, terms.level.name(), terms.mandatory, position)
                .update();
    }

    private void say(Actor actor, int number, String code, String change) {
        events.publishEvent(new PledgeEvents.PledgeClauseChanged(
                actor, PledgeVersions.subject(number), Map.of("clause", code, "change", change)));
    }
}
