package cymru.pontio.matching.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.support.PontioTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * A second verifier, in SQL: each hard rule and each limit of hours as a question about tables, with nothing in common with
 * the planner nor with {@link Verifier}. Asked about plans, repaired plans and damaged ones of several counties.
 */
@PontioTest
@Transactional
class PlanInSqlTests {
    private static final Planner PLANNER = new LagrangianPlanner();

    @Autowired
    JdbcClient jdbc;

    @Test
    void findsNothingWrongWithPlansOfSeveralCounties() {
        tables();
        for (long seed = 11; seed <= 16; seed++) {
            PlanInput input = ExampleCounty.of(150, 25, seed);
            load(input);
            Planning planning = new Planning(input, Objective.USUAL);
            Plan plan = planning.plan(PLANNER, LagrangianPlannerTests.effort(seed, 10_000), Planner.Watch.ALONE);
            assertThat(plan.placed()).hasSizeGreaterThan(20);
            assertThat(faults(plan)).as("seed %d", seed).isEmpty();
            assertThat(faults(planning.repair(PLANNER, plan)))
                    .as("seed %d repaired", seed)
                    .isEmpty();
        }
    }

    /** Each package is put to each provider in turn, whoever has it already: both verifiers find the same plans faulty. */
    @Test
    void agreesWithTheOtherVerifierOnDamagedPlans() {
        tables();
        PlanInput input = ExampleCounty.of(60, 12, 17);
        Plan plan = new Planning(input, Objective.USUAL)
                .plan(PLANNER, LagrangianPlannerTests.effort(1, 10_000), Planner.Watch.ALONE);
        load(input);
        int faulty = 0;
        for (PlanInput.Pair pair : input.pairs()) {
            List<Plan.Placed> placed = new ArrayList<>(plan.placed());
            placed.add(new Plan.Placed(
                    input.needs().get(pair.need()).ref(),
                    input.supplies().get(pair.supply()).ref()));
            Plan damaged = new Plan(placed, 0, 0, 0, false);
            boolean wrong = !Verifier.check(input, damaged).isEmpty();
            assertThat(faults(damaged).isEmpty()).as("%s", placed.getLast()).isEqualTo(!wrong);
            if (wrong) faulty++;
        }
        assertThat(faulty).isGreaterThan(50);
    }

    private void tables() {
        jdbc.sql("""
                create temporary table call (need text, patch text, part text, workers int, minutes int) on commit drop;
                create temporary table spare (supply text, patch text, part text, workers int, minutes int) on commit drop;
                create temporary table week (supply text, minutes int) on commit drop;
                create temporary table pair (need text, supply text, broken int) on commit drop;
                create temporary table placed (need text, supply text) on commit drop""").update();
    }

    private void load(PlanInput input) {
        jdbc.sql("truncate call, spare, week, pair").update();
        for (PlanInput.Need need : input.needs())
            for (PlanInput.Call call : need.calls())
                jdbc.sql("insert into call values (?, ?, ?, ?, ?)")
                        .params(need.ref(), need.patch(), call.part(), call.workers(), call.minutes())
                        .update();
        for (PlanInput.Supply supply : input.supplies()) {
            supply.spare()
                    .forEach((slot, minutes) -> jdbc.sql("insert into spare values (?, ?, ?, ?, ?)")
                            .params(supply.ref(), slot.patch(), slot.part(), slot.workers(), minutes)
                            .update());
            jdbc.sql("insert into week values (?, ?)")
                    .params(supply.ref(), supply.weekly())
                    .update();
        }
        String[] needs = input.pairs().stream()
                .map(pair -> input.needs().get(pair.need()).ref())
                .toArray(String[]::new);
        String[] supplies = input.pairs().stream()
                .map(pair -> input.supplies().get(pair.supply()).ref())
                .toArray(String[]::new);
        Integer[] broken =
                input.pairs().stream().map(pair -> pair.broken().size()).toArray(Integer[]::new);
        jdbc.sql("insert into pair select * from unnest(?, ?, ?)")
                .params(needs, supplies, broken)
                .update();
    }

    private List<String> faults(Plan plan) {
        jdbc.sql("truncate placed").update();
        for (Plan.Placed one : plan.placed())
            jdbc.sql("insert into placed values (?, ?)")
                    .params(one.need(), one.supply())
                    .update();
        return jdbc.sql("""
                with used as (
                    select p.supply, c.patch, c.part,
                        case when exists (select from spare s where s.supply = p.supply and s.patch = c.patch
                            and s.part = c.part and s.workers = c.workers) then c.workers else 0 end as workers,
                        sum(c.minutes * c.workers) as minutes
                    from placed p join call c on c.need = p.need group by 1, 2, 3, 4
                )
                select 'twice ' || need from placed group by need having count(*) > 1
                union all
                select 'rule ' || p.need from placed p
                where not exists (select from pair a where a.need = p.need and a.supply = p.supply and a.broken = 0)
                union all
                select 'hours ' || u.supply from used u left join spare s using (supply, patch, part, workers)
                where u.minutes > coalesce(s.minutes, 0)
                union all
                select 'week ' || supply from (select supply, sum(minutes) as minutes from used group by supply) u
                join week w using (supply) where u.minutes > w.minutes""").query(String.class).list();
    }
}
