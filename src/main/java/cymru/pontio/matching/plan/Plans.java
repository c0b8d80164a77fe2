package cymru.pontio.matching.plan;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Providers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Plans for the whole waiting list. They award nothing: a person decides what to do with one. */
@Service
class Plans {
    static final int SHOWN = 20;
    private static final long SEED = 1;

    private final PlanTable table;
    private final PlanRuns runs;
    private final Areas areas;
    private final Providers providers;
    private final ApplicationEventPublisher events;

    Plans(PlanTable table, PlanRuns runs, Areas areas, Providers providers, ApplicationEventPublisher events) {
        this.table = table;
        this.runs = runs;
        this.areas = areas;
        this.providers = providers;
        this.events = events;
    }

    record PlanAsked(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PlanStopped(Actor by, String subject) implements Auditable {}

    /** A package that two plans treat differently. */
    record Difference(PlanRow one, PlanRow other) {}

    /** @param only packages that are in one of the two lists alone are not compared */
    record Comparison(PlanView one, PlanView other, List<Difference> differences, int only) {}

    /** @return the plan, which is made after the transaction; the list of aims gives one each */
    @Transactional
    public PlanRef ask(Actor actor, List<Aim> aims, WhatIf whatIf) {
        may(actor);
        if (!whatIf.patch().isEmpty()) areas.locality(whatIf.patch());
        if (!whatIf.closed().isEmpty()) providers.byRef(whatIf.closed());
        List<PlanTable.Order> orders = new ArrayList<>();
        for (Aim aim : aims) {
            PlanTable.Order order = table.order(actor, aim, whatIf, SEED);
            orders.add(order);
            events.publishEvent(new PlanAsked(actor, order.ref(), Map.of("aim", aim.name())));
        }
        beginAfterCommit(orders);
        return new PlanRef(orders.getFirst().ref());
    }

    /** One of the council's order, of things as they are, unless that morning has its plan. */
    @Transactional
    public void ofMorning(LocalDate day) {
        table.ofMorning(day, SEED).ifPresent(order -> beginAfterCommit(List.of(order)));
    }

    private void beginAfterCommit(List<PlanTable.Order> orders) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                orders.forEach(runs::begin);
            }
        });
    }

    /** Whoever asks for what somebody has asked for already has it. */
    @Transactional
    public void stop(Actor actor, PlanRef ref) {
        may(actor);
        boolean stops = table.stop(ref.value());
        PlanView plan = table.view(ref.value());
        if (stops) events.publishEvent(new PlanStopped(actor, ref.value()));
        else if (plan.state() == PlanState.FAILED) throw new RuleBroken("plan.error.brokenOff");
        else if (!plan.running()) throw new RuleBroken("plan.error.over", Objects.requireNonNull(plan.finishedAt()));
    }

    @Transactional(readOnly = true)
    public List<PlanView> latest(Actor actor) {
        may(actor);
        return table.latest(SHOWN);
    }

    @Transactional(readOnly = true)
    public PlanView view(Actor actor, PlanRef ref) {
        may(actor);
        return table.view(ref.value());
    }

    @Transactional(readOnly = true)
    public List<PlanRow> rows(Actor actor, PlanRef ref) {
        may(actor);
        table.view(ref.value());
        return table.rows(ref.value());
    }

    @Transactional(readOnly = true)
    public Comparison compare(Actor actor, PlanRef one, PlanRef other) {
        may(actor);
        Map<String, PlanRow> others = new HashMap<>();
        table.rows(other.value()).forEach(row -> others.put(row.packageRef(), row));
        int size = others.size();
        List<PlanRow> rows = table.rows(one.value());
        List<Difference> differences = new ArrayList<>();
        int both = 0;
        for (PlanRow row : rows) {
            PlanRow twin = others.get(row.packageRef());
            if (twin == null) continue;
            both++;
            if (!Objects.equals(row.providerRef(), twin.providerRef())) differences.add(new Difference(row, twin));
        }
        return new Comparison(
                table.view(one.value()), table.view(other.value()), differences, rows.size() + size - 2 * both);
    }

    static List<Aim> every() {
        return Arrays.asList(Aim.values());
    }

    private static void may(Actor actor) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
    }
}
