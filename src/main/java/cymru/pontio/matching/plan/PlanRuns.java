package cymru.pontio.matching.plan;

import cymru.pontio.matching.Cause;
import cymru.pontio.matching.Fit;
import cymru.pontio.matching.Rule;
import cymru.pontio.matching.plan.PlanInput.Call;
import cymru.pontio.matching.plan.PlanInput.Need;
import cymru.pontio.matching.plan.PlanInput.Pair;
import cymru.pontio.matching.plan.PlanTable.Order;
import cymru.pontio.matching.refusals.Refusals;
import cymru.pontio.providers.capacity.PartOfDay;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes plans beside the pages, one after the other. What it finds is checked before it is kept. */
@Component
class PlanRuns {
    private static final Logger LOG = LoggerFactory.getLogger(PlanRuns.class);

    /** Nobody should be asked to relax these: safety, and the person’s language and will. */
    private static final Set<String> NEVER = Set.of(
            Rule.ACCREDITED.name(),
            Rule.NOT_EMBARGOED.name(),
            Rule.NOT_LEAVING.name(),
            Rule.WELSH.name(),
            Rule.SIGN_LANGUAGE.name(),
            Rule.REFUSAL.name());

    private final WaitingWork waiting;
    private final PlanTable table;
    private final Refusals refusals;
    private final Clock clock;
    private final Planner planner = new LagrangianPlanner();
    private final Set<UUID> queue = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("plan").daemon().factory());

    PlanRuns(WaitingWork waiting, PlanTable table, Refusals refusals, Clock clock) {
        this.waiting = waiting;
        this.refusals = refusals;
        this.table = table;
        this.clock = clock;
    }

    void begin(Order order) {
        waitsBehind(order);
        worker.execute(() -> run(order));
    }

    void waitsBehind(Order order) {
        queue.add(order.id());
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
        queue.remove(order.id());
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
        Listener listener = new Listener(order, effort.steps());
        if (!listener.heard(0, 0, 0)) return;
        Plan plan = new Planning(input, order.aim().objective())
                .plan(planner, effort, progress -> listener.asked(progress.stepsDone(), 0, 0));
        List<Verifier.Fault> faults = Verifier.check(input, plan);
        if (!faults.isEmpty()) throw new IllegalStateException("not to be shown: " + faults);
        table.done(order.id(), plan, found.offered(), now, rows(found, order, effort, plan, listener));
    }

    /** Tells how far the plan is, and hears whether somebody has stopped it; islands are planned beside each other. */
    private final class Listener {
        private static final long EACH = 200_000_000;

        private final Order order;
        private final long steps;
        private long last;
        private boolean stopped;

        Listener(Order order, long steps) {
            this.order = order;
            this.steps = steps;
        }

        /** Asked often, and for the most part answered from what was heard a moment ago. */
        synchronized boolean asked(long done, int toTry, int tried) {
            return System.nanoTime() - last < EACH ? !stopped : heard(done, toTry, tried);
        }

        /** Who waits for it is no more silent than it is. */
        synchronized boolean heard(long done, int toTry, int tried) {
            table.waits(queue);
            stopped = stopped || !table.heard(order.id(), steps, done, toTry, tried);
            last = System.nanoTime();
            return !stopped;
        }
    }

    private List<PlanRow> rows(
            WaitingWork.Found found, Order order, Planner.Effort effort, Plan plan, Listener listener) {
        PlanInput input = found.input();
        Map<String, Plan.Placed> placed = new HashMap<>();
        plan.placed().forEach(one -> placed.put(one.need(), one));
        int toTry = input.needs().size() - plan.placed().size();
        AtomicInteger tried = new AtomicInteger();
        LeftOut leftOut = new LeftOut(
                input,
                order.aim().objective(),
                planner,
                effort,
                plan,
                new LeftOut.Tellable(NEVER, Set.of(Rule.TIME_CRITICAL.name()), new Opened(found)),
                progress -> listener.asked(effort.steps(), toTry, tried.get()));
        Answers answers = new Answers(refusals.lastYear(), refusals.unbidLastYear());
        List<PlanRow> rows = new ArrayList<>();
        for (int n : mostUrgentFirst(input.needs())) {
            Plan.Placed one = placed.get(input.needs().get(n).ref());
            rows.add(one == null ? leftOut(found, n, leftOut, answers) : placed(found, n, one, answers));
            if (one == null) tried.incrementAndGet();
        }
        return rows;
    }

    /** A long list takes minutes to explain: whoever stops it has read of those that matter most. */
    static List<Integer> mostUrgentFirst(List<Need> needs) {
        Comparator<Integer> urgency = Comparator.comparingInt(n -> -needs.get(n).urgency());
        return IntStream.range(0, needs.size())
                .boxed()
                .sorted(urgency.thenComparingInt(n -> -needs.get(n).waited()))
                .toList();
    }

    /** What the market has answered within a year. */
    private record Answers(List<Refusals.Refused> refused, Map<String, Integer> unbid) {
        int unbid(Need need) {
            return unbid.getOrDefault(need.ref(), 0);
        }

        /** To rounds like this: in the patch, with calls in one of its parts of the day. */
        @Nullable
        Declined of(@Nullable Fit fit, Need need) {
            if (fit == null) return null;
            return refused.stream()
                    .filter(one -> one.provider().equals(fit.supplier().id())
                            && one.locality().equals(need.patch())
                            && need.calls().stream()
                                    .anyMatch(call -> call.part().equals(one.band())))
                    .max(Comparator.comparingInt(Refusals.Refused::times).thenComparing(Refusals.Refused::band))
                    .map(one -> new Declined(one.times(), one.band(), one.reason()))
                    .orElse(null);
        }
    }

    private static PlanRow leftOut(WaitingWork.Found found, int n, LeftOut leftOut, Answers answers) {
        Need need = found.input().needs().get(n);
        List<Way> ways = new ArrayList<>();
        for (WayIn way : leftOut.waysIn(n)) {
            Fit fit = found.fit(n, way.supply());
            if (fit != null) ways.add(way(way, fit, answers.of(fit, need)));
        }
        return row(found, n, null, null, answers.unbid(need), null, List.of(), ways, !leftOut.cutShort());
    }

    private static Way way(WayIn way, Fit fit, @Nullable Declined said) {
        Rule rule = way.rule() == null ? null : Rule.valueOf(way.rule());
        List<Cause> causes = fit.broken().stream()
                .filter(verdict -> verdict.rule() == rule)
                .flatMap(verdict -> verdict.causes().stream())
                .toList();
        return new Way(
                way.supply(),
                fit.supplier().provider().name(),
                rule,
                causes,
                way.minutes(),
                way.more().stream()
                        .map(one -> new Way.Hours(
                                PartOfDay.valueOf(one.part()), Math.max(1, one.workers()), one.userMinutes()))
                        .toList(),
                way.pence(),
                said);
    }

    private static PlanRow placed(WaitingWork.Found found, int n, Plan.Placed placed, Answers answers) {
        Need need = found.input().needs().get(n);
        String supply = placed.supply();
        Fit fit = found.fit(n, supply);
        String name = fit == null ? supply : fit.supplier().provider().name();
        Pair pair = pair(found.input(), n, supply);
        List<Way.Hours> otherTimes = placed.way() == 0 ? List.of() : hours(need.calls(placed.way()));
        return row(found, n, pair, name, answers.unbid(need), answers.of(fit, need), otherTimes, List.of(), true);
    }

    private static List<Way.Hours> hours(List<Call> calls) {
        return calls.stream()
                .map(call -> new Way.Hours(PartOfDay.valueOf(call.part()), call.workers(), call.minutes()))
                .sorted(Comparator.comparing(Way.Hours::part).thenComparing(Way.Hours::workers))
                .toList();
    }

    private static PlanRow row(
            WaitingWork.Found found,
            int n,
            @Nullable Pair pair,
            @Nullable String name,
            int unbid,
            @Nullable Declined said,
            List<Way.Hours> otherTimes,
            List<Way> ways,
            boolean tried) {
        Need need = found.input().needs().get(n);
        WaitingWork.Waiting waits = found.waiting().get(n);
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
                pair == null
                        ? null
                        : found.input().supplies().get(pair.supply()).ref(),
                name,
                pair == null ? null : pair.suitability(),
                pair == null ? null : (long) pair.pence() * need.minutes() / 60,
                unbid,
                said,
                otherTimes,
                ways,
                tried,
                waits.neededFrom(),
                null);
    }

    private static Pair pair(PlanInput input, int need, String supply) {
        return input.pairs().stream()
                .filter(pair -> pair.need() == need
                        && input.supplies().get(pair.supply()).ref().equals(supply))
                .findFirst()
                .orElseThrow();
    }
}
