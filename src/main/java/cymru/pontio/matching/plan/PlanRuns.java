package cymru.pontio.matching.plan;

import cymru.pontio.matching.Rule;
import cymru.pontio.matching.plan.PlanInput.Need;
import cymru.pontio.matching.plan.PlanInput.Pair;
import cymru.pontio.matching.plan.PlanTable.Order;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes plans beside the pages, one after the other. What it finds is checked before it is kept. */
@Component
class PlanRuns {
    private static final Logger LOG = LoggerFactory.getLogger(PlanRuns.class);

    /** Nobody should be asked to relax these: safety, and the person’s own will. */
    private static final Set<String> UNALTERABLE =
            Set.of(Rule.ACCREDITED.name(), Rule.NOT_EMBARGOED.name(), Rule.REFUSAL.name());

    private final WaitingWork waiting;
    private final PlanTable table;
    private final Clock clock;
    private final Planner planner = new LagrangianPlanner();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("plan").daemon().factory());

    PlanRuns(WaitingWork waiting, PlanTable table, Clock clock) {
        this.waiting = waiting;
        this.table = table;
        this.clock = clock;
    }

    void begin(Order order) {
        worker.execute(() -> run(order));
    }

    /** Until everything that was begun has ended. */
    void finish() throws InterruptedException, ExecutionException {
        worker.submit(() -> {}).get();
    }

    @PreDestroy
    void end() {
        worker.shutdownNow();
    }

    private void run(Order order) {
        try {
            make(order);
        } catch (RuntimeException e) {
            LOG.error("plan {} failed", order.ref(), e);
            table.failed(order.id());
        }
    }

    private void make(Order order) {
        Instant now = clock.instant();
        WaitingWork.Found found = waiting.find(order.whatIf());
        PlanInput input = found.input();
        Planner.Effort effort = Planner.Effort.usual(order.seed(), input.needs().size());
        table.heard(order.id(), effort.steps(), 0);
        Plan plan = new Planning(input, order.aim().objective())
                .plan(planner, effort, progress -> table.heard(order.id(), progress.steps(), progress.stepsDone()));
        List<Verifier.Fault> faults = Verifier.check(input, plan);
        if (!faults.isEmpty()) throw new IllegalStateException("not to be shown: " + faults);
        table.done(order.id(), plan, now, rows(found, order, plan));
    }

    private List<PlanRow> rows(WaitingWork.Found found, Order order, Plan plan) {
        PlanInput input = found.input();
        Map<String, String> placed = new HashMap<>();
        plan.placed().forEach(one -> placed.put(one.need(), one.supply()));
        LeftOut leftOut = new LeftOut(input, order.aim().objective(), planner, plan, UNALTERABLE);
        List<PlanRow> rows = new ArrayList<>();
        for (int n = 0; n < input.needs().size(); n++) {
            String supply = placed.get(input.needs().get(n).ref());
            List<WayIn> ways = supply != null
                    ? List.of()
                    : leftOut.waysIn(n).stream()
                            .filter(way -> found.names().containsKey(way.supply()))
                            .map(way -> new WayIn(
                                    found.names().getOrDefault(way.supply(), way.supply()),
                                    way.rule(),
                                    way.minutes(),
                                    way.pence()))
                            .toList();
            rows.add(row(found, n, supply, ways));
        }
        return rows;
    }

    private static PlanRow row(WaitingWork.Found found, int n, @Nullable String supply, List<WayIn> ways) {
        Need need = found.input().needs().get(n);
        WaitingWork.Waiting waits = found.waiting().get(n);
        Pair pair = supply == null ? null : pair(found.input(), n, supply);
        return new PlanRow(
                need.ref(),
                need.patch(),
                "",
                "",
                waits.status(),
                need.urgency(),
                waits.days(),
                need.minutes(),
                need.workerMinutes(),
                supply,
                supply == null ? null : found.names().getOrDefault(supply, supply),
                pair == null ? null : pair.suitability(),
                pair == null ? null : (long) pair.pence() * need.minutes() / 60,
                ways);
    }

    private static Pair pair(PlanInput input, int need, String supply) {
        return input.pairs().stream()
                .filter(pair -> pair.need() == need
                        && input.supplies().get(pair.supply()).ref().equals(supply))
                .findFirst()
                .orElseThrow();
    }
}
