package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.visits.FileRefused.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table in which rows wait, checked, until somebody confirms them; and what is wrong with the others. */
@Component
class Staging {
    static final int MOST_PROBLEMS = 100_000;

    /** A row says something else than the visit that stands. */
    static final String DIFFERS = """
            (v.placement_id, v.visit_date, v.planned_start, v.planned_end, v.actual_start, v.actual_end, v.workers,
             v.status, v.worker_id, v.reason)
            is distinct from
            (r.placement_id, r.visit_date, r.planned_start, r.planned_end, r.actual_start, r.actual_end, r.workers,
             r.status, r.worker_id, r.reason)""";

    private static final String ROWS = """
            visits.import_row (import_id, line, bad, provider_visit_id, placement_id, visit_date, planned_start,
            planned_end, actual_start, actual_end, workers, status, worker_id, reason, user_minutes)""";
    private static final String PROBLEMS =
            "visits.import_problem (import_id, line, place, field, reason, provider_visit_id)";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    Staging(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** Reads the file through the rules into the table, good rows and bad. */
    void fill(UUID id, VisitFile file, VisitRules rules) {
        List<Problem> problems = new ArrayList<>();
        CopyRows.into(
                template,
                ROWS,
                rows -> file.rows(
                        raw -> {
                            RowCheck.Checked checked = RowCheck.check(raw, rules);
                            add(rows, id, raw.line(), checked.terms(), RowCheck.visitId(raw));
                            add(problems, checked.problems());
                        },
                        line -> {
                            add(rows, id, line, null, "");
                            add(problems, List.of(new Problem(line, "", Field.PROVIDER_VISIT_ID, Reason.CELLS)));
                        }));
        CopyRows.into(template, PROBLEMS, rows -> {
            int place = 0;
            for (Problem one : problems)
                rows.row(
                        id,
                        one.line(),
                        ++place,
                        one.field().name(),
                        one.reason().name(),
                        one.visitId());
        });
        refuseNumbersGivenTwice(id);
    }

    /** One visit entered by hand. */
    void put(UUID id, VisitTerms terms) {
        CopyRows.into(template, ROWS, rows -> add(rows, id, 1, terms, terms.visitId()));
    }

    Counts count(Actor actor, UUID id) {
        return jdbc.sql("""
                select count(*) filter (where not r.bad and v.id is null) as fresh,
                       count(*) filter (where not r.bad and v.id is not null and %1$s) as changed,
                       count(*) filter (where not r.bad and v.id is not null and not %1$s) as same,
                       count(*) filter (where r.bad) as bad,
                       coalesce(sum(r.user_minutes) filter (where not r.bad), 0) as user_minutes,
                       coalesce(sum(r.user_minutes * r.workers) filter (where not r.bad), 0) as carer_minutes
                from visits.import_row r
                left join visits.visit v on v.provider_id = :provider and v.provider_visit_id = r.provider_visit_id
                    and v.superseded_at is null
                where r.import_id = :id""".formatted("(" + DIFFERS + ")"))
                .param("provider", actor.organisation())
                .param("id", id)
                .query((row, n) -> new Counts(
                        row.getInt("fresh"),
                        row.getInt("changed"),
                        row.getInt("same"),
                        row.getInt("bad"),
                        row.getLong("user_minutes"),
                        row.getLong("carer_minutes")))
                .single();
    }

    /** The rows of an import; what was wrong with them can still be asked afterwards. */
    void clear(UUID id) {
        jdbc.sql("delete from visits.import_row where import_id = ?").param(id).update();
    }

    boolean complete(UUID id, int rows) {
        return jdbc.sql("select count(*) from visits.import_row where import_id = ?")
                .param(id)
                .query(Integer.class)
                .single()
                .equals(rows);
    }

    List<Problem> problems(UUID id, int most) {
        return jdbc.sql("""
                select line, provider_visit_id, field, reason from visits.import_problem
                where import_id = ? order by line, place limit ?""")
                .params(id, most)
                .query((row, n) -> new Problem(
                        row.getLong("line"),
                        row.getString("provider_visit_id"),
                        Field.valueOf(row.getString("field")),
                        Reason.valueOf(row.getString("reason"))))
                .list();
    }

    private void refuseNumbersGivenTwice(UUID id) {
        jdbc.sql("""
                with twice as (
                    select provider_visit_id from visits.import_row
                    where import_id = :id and provider_visit_id is not null
                    group by provider_visit_id having count(*) > 1
                ), refused as (
                    update visits.import_row r set bad = true from twice t
                    where r.import_id = :id and r.provider_visit_id = t.provider_visit_id
                    returning r.line, r.provider_visit_id
                )
                insert into visits.import_problem (import_id, line, place, field, reason, provider_visit_id)
                select :id, line, 0, 'PROVIDER_VISIT_ID', 'TWICE', provider_visit_id from refused""").param("id", id).update();
    }

    private static void add(List<Problem> all, List<Problem> more) {
        all.addAll(more);
        if (all.size() > MOST_PROBLEMS) throw new FileRefused(Fault.TOO_MANY_PROBLEMS, MOST_PROBLEMS);
    }

    private static void add(CopyRows rows, UUID id, long line, @Nullable VisitTerms terms, String visitId) {
        if (terms == null) {
            rows.row(
                    id,
                    line,
                    true,
                    visitId.isEmpty() ? null : visitId,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            return;
        }
        Span planned = terms.planned();
        Span actual = terms.actual();
        rows.row(
                id,
                line,
                false,
                terms.visitId(),
                terms.placement().id(),
                terms.date(),
                planned == null ? null : planned.start(),
                planned == null ? null : planned.end(),
                actual == null ? null : actual.start(),
                actual == null ? null : actual.end(),
                terms.workers(),
                terms.status(),
                terms.workerId(),
                terms.reason(),
                terms.userMinutes());
    }
}
