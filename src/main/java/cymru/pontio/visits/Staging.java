package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.visits.FileRefused.Fault;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables in which rows wait, checked, until somebody confirms them; and what is wrong with the others. */
@Component
class Staging {
    static final int MOST_PROBLEMS = 100_000;

    /** After so many rows the work says how far it is and hears whether to go on. */
    private static final int BREATH = 50_000;

    /** A row says something else than the visit that stands. */
    private static final String DIFFERS = """
            (v.placement_id, v.visit_date, v.planned_start, v.planned_end, v.actual_start, v.actual_end, v.workers,
             v.status, v.worker_id, v.reason)
            is distinct from
            (r.placement_id, r.visit_date, r.planned_start, r.planned_end, r.actual_start, r.actual_end, r.workers,
             r.status, r.worker_id, r.reason)""";

    private static final String COLUMNS = """
            (line, bad, provider_visit_id, placement_id, visit_date, planned_start, planned_end, actual_start, actual_end,
            workers, status, worker_id, reason, user_minutes, mark)""";
    private static final String PROBLEMS =
            "visits.import_problem (import_id, line, place, field, reason, provider_visit_id)";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    Staging(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** Somebody asked to stop. */
    static final class Stopped extends RuntimeException {}

    /**
     * Reads the file through the rules into a table of its own, good rows and bad.
     *
     * @param goOn hears how many rows have been read, says whether to go on
     * @return the months in which visits fall
     */
    Set<YearMonth> fill(Staged staged, VisitFile file, VisitRules rules, LongPredicate goOn) {
        create(staged);
        Reading reading = new Reading(rules, goOn);
        CopyRows.into(template, staged.table() + " " + COLUMNS, rows -> {
            reading.rows = rows;
            file.rows(reading::row, reading::misshapen);
        });
        CopyRows.into(template, PROBLEMS, rows -> {
            int place = 0;
            for (Problem one : reading.problems)
                rows.row(
                        staged.id(),
                        one.line(),
                        ++place,
                        one.field().name(),
                        one.reason().name(),
                        one.visitId());
        });
        refuseNumbersGivenTwice(staged);
        if (file.secondWorkersApart()) joinSecondWorkers(staged);
        return reading.months;
    }

    /** One visit entered by hand. */
    void put(Staged staged, VisitTerms terms) {
        create(staged);
        CopyRows.into(
                template, staged.table() + " " + COLUMNS, rows -> add(rows, 1, terms, terms.visitId(), new Mark()));
    }

    /**
     * Holds the rows against the visits that stand. Those whose number is known are in {@code visit_known} then, to the end of
     * the transaction.
     */
    Counts compare(Actor actor, Staged staged) {
        jdbc.sql("drop table if exists visit_known").update();
        jdbc.sql(staged.in("""
                create temp table visit_known on commit drop as
                select r.line, s.visit_date as old_date, s.visit_id as old_id,
                    s.mark is null or r.mark is null as unmarked, coalesce(s.mark = r.mark, false) as same
                from $rows r
                join visits.standing s on s.provider_id = '$provider' and s.provider_visit_id = r.provider_visit_id
                where not r.bad""").replace("$provider", actor.organisation().toString()))
                .update();
        jdbc.sql("create index on visit_known (old_date) where not same").update();
        jdbc.sql("analyze visit_known").update();
        jdbc.sql(staged.in(
                        "update visit_known k set same = true from $rows r, visits.visit v where k.unmarked and r.line = k.line"
                                + " and v.visit_date = k.old_date and v.id = k.old_id and not (" + DIFFERS + ")"))
                .update();
        return jdbc.sql(staged.in("""
                select (select count(*) from visit_known where not same) as changed, (select count(*) from visit_known where same) as same,
                       count(*) filter (where not bad) as good, count(*) filter (where bad) as bad,
                       coalesce(sum(user_minutes) filter (where not bad), 0) as user_minutes,
                       coalesce(sum(user_minutes * workers) filter (where not bad), 0) as carer_minutes
                from $rows"""))
                .query((row, n) -> new Counts(
                        row.getInt("good") - row.getInt("changed") - row.getInt("same"),
                        row.getInt("changed"),
                        row.getInt("same"),
                        row.getInt("bad"),
                        row.getLong("user_minutes"),
                        row.getLong("carer_minutes")))
                .single();
    }

    /** The rows of an import; what was wrong with them can still be asked afterwards. */
    void clear(UUID id) {
        jdbc.sql("drop table if exists " + new Staged(id).table()).update();
    }

    boolean complete(Staged staged) {
        boolean there = jdbc.sql("select to_regclass(?) is not null")
                .param(staged.table())
                .query(Boolean.class)
                .single();
        return there
                && jdbc.sql(staged.in("select exists (select from $rows)"))
                        .query(Boolean.class)
                        .single();
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

    private void create(Staged staged) {
        jdbc.sql(
                        staged.in(
                                "create unlogged table $rows (like visits.import_row including constraints including comments)"))
                .update();
    }

    private void refuseNumbersGivenTwice(Staged staged) {
        jdbc.sql("set local work_mem = '64MB'").update();
        jdbc.sql(staged.in("analyze $rows")).update();
        jdbc.sql(staged.in("""
                with twice as (
                    select provider_visit_id from $rows
                    where provider_visit_id is not null
                    group by provider_visit_id having count(*) > 1
                ), refused as (
                    update $rows r set bad = true from twice t
                    where r.provider_visit_id = t.provider_visit_id
                    returning r.line, r.provider_visit_id
                )
                insert into visits.import_problem (import_id, line, place, field, reason, provider_visit_id)
                select :id, line, 0, 'PROVIDER_VISIT_ID', 'TWICE', provider_visit_id from refused""")).param("id", staged.id()).update();
    }

    /** The row of a second worker makes the visit one of two workers, if it was at the same time; alone it is refused. */
    private void joinSecondWorkers(Staged staged) {
        String belongs = """
                not p.bad and not s.bad and s.provider_visit_id = p.provider_visit_id || '$second'
                and s.actual_start < p.actual_end and p.actual_start < s.actual_end""".replace("$second", Abacus.SECOND);
        jdbc.sql(staged.in("update $rows p set workers = 2, mark = null from $rows s where " + belongs))
                .update();
        jdbc.sql(staged.in("delete from $rows s using $rows p where " + belongs))
                .update();
        jdbc.sql(staged.in("""
                with alone as (
                    update $rows r set bad = true
                    where not r.bad and r.provider_visit_id like '%' || :second returning r.line, r.provider_visit_id)
                insert into visits.import_problem (import_id, line, place, field, reason, provider_visit_id)
                select :id, line, 0, 'WORKERS', 'SECOND_ALONE', provider_visit_id from alone"""))
                .param("second", Abacus.SECOND)
                .param("id", staged.id())
                .update();
    }

    /** One pass through a file. */
    private static final class Reading {
        private final VisitRules rules;
        private final LongPredicate goOn;
        private final Mark mark = new Mark();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<YearMonth> months = new TreeSet<>();
        private @Nullable YearMonth last;
        private long read;

        @SuppressWarnings("NullAway.Init")
        private CopyRows rows;

        private Reading(VisitRules rules, LongPredicate goOn) {
            this.rules = rules;
            this.goOn = goOn;
        }

        private void row(RawRow raw) {
            RowCheck.Checked checked = RowCheck.check(raw, rules);
            VisitTerms terms = checked.terms();
            add(rows, raw.line(), terms, terms == null ? RowCheck.visitId(raw) : terms.visitId(), mark);
            if (terms != null) month(terms);
            wrong(checked.problems());
            breathe();
        }

        private void misshapen(long line) {
            add(rows, line, null, "", mark);
            wrong(List.of(new Problem(line, "", Field.PROVIDER_VISIT_ID, Reason.CELLS)));
            breathe();
        }

        private void month(VisitTerms terms) {
            YearMonth month = YearMonth.from(terms.date());
            if (!month.equals(last)) months.add(month);
            last = month;
        }

        private void wrong(List<Problem> more) {
            problems.addAll(more);
            if (problems.size() > MOST_PROBLEMS) throw new FileRefused(Fault.TOO_MANY_PROBLEMS, MOST_PROBLEMS);
        }

        private void breathe() {
            if (++read % BREATH == 0 && !goOn.test(read)) throw new Stopped();
        }
    }

    private static void add(CopyRows rows, long line, @Nullable VisitTerms terms, String visitId, Mark mark) {
        if (terms == null) {
            String number = visitId.isEmpty() ? null : visitId;
            rows.row(line, true, number, null, null, null, null, null, null, null, null, null, null, null, null);
            return;
        }
        Span planned = terms.planned();
        Span actual = terms.actual();
        rows.row(
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
                terms.userMinutes(),
                mark.of(terms));
    }
}
