package cymru.pontio.matching.plan;

import cymru.pontio.kernel.Money;
import cymru.pontio.matching.AskedCall;
import cymru.pontio.matching.Fit;
import cymru.pontio.matching.Market;
import cymru.pontio.matching.Rule;
import cymru.pontio.matching.Suitabilities;
import cymru.pontio.matching.Supplier;
import cymru.pontio.matching.Work;
import cymru.pontio.providers.capacity.PartOfDay;
import cymru.pontio.rates.Rates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what a plan is made from: the waiting list of this moment, packages whose provider leaves, and what providers have to
 * spare.
 */
@Component
class WaitingWork {
    /** Hours that nobody has declared but somebody asks what they would change. */
    static final String SUPPOSED = "+";

    private static final int SUPPOSED_SUITS = 50;
    /** Somebody who is cared for until a day should not have to wait from then on. */
    private static final int SOON = 14;

    private static final Map<String, Integer> URGENCY =
            Map.of("NO_COVER", 3, "IN_HOSPITAL", 2, "PART_MET", 2, "BRIDGED", 1);

    private final Suitabilities suitabilities;
    private final Rates rates;
    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingWork(Suitabilities suitabilities, Rates rates, JdbcClient jdbc, Clock clock) {
        this.suitabilities = suitabilities;
        this.rates = rates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param locality code of the patch
     * @param neededFrom first day without the provider that leaves; until then the person does not wait
     * @param wantedBy last day on which care should have begun, whatever day an advert has named since
     */
    record Waiting(
            String packageRef,
            String locality,
            String status,
            int days,
            @Nullable LocalDate neededFrom,
            LocalDate wantedBy) {}

    /**
     * @param waiting in the order of the input’s needs
     * @param fits of each of them with each provider, in the order of the input’s supplies
     * @param offered packages that are left to whom they are offered
     */
    record Found(PlanInput input, List<Waiting> waiting, List<List<Fit>> fits, int offered) {
        /** None for hours that are only supposed. */
        @Nullable
        Fit fit(int need, String supply) {
            return fits.get(need).stream()
                    .filter(one -> one.supplier().provider().ref().equals(supply))
                    .findFirst()
                    .orElse(null);
        }
    }

    @Transactional(readOnly = true)
    public Found find(WhatIf whatIf) {
        Market market = suitabilities.market();
        int floor = pence(rates.on(market.on()).floor());
        Map<String, Waiting> waiting = waiting();
        Map<UUID, Asked> asked = asked();
        Map<Boolean, List<Work>> all = suitabilities.wanted().stream()
                .filter(work -> waiting.containsKey(work.ref()) && !work.calls().isEmpty())
                .collect(Collectors.partitioningBy(
                        work -> asked.containsKey(work.carePackage().value())));
        List<Work> offered = all.getOrDefault(true, List.of());
        List<Work> wanted = all.getOrDefault(false, List.of());
        Map<UUID, Map<PlanInput.Slot, Integer>> kept = kept(offered, asked);
        List<Work> works = wanted.stream().map(work -> supposed(work, whatIf)).toList();
        List<Supply> supplies = market.suppliers().stream()
                .map(one -> new Supply(one, supply(one, whatIf, kept.getOrDefault(one.id(), Map.of()))))
                .toList();
        List<PlanInput.Need> needs = new ArrayList<>();
        List<PlanInput.Pair> pairs = new ArrayList<>();
        List<List<Fit>> fits = new ArrayList<>();
        for (Work work : wanted) {
            Work asIf = works.get(needs.size());
            fits.add(market.judge(asIf));
            int from = pairs.size();
            pairs(fits.getLast(), needs.size(), whatIf.closed(), floor, pairs);
            needs.add(need(
                    work,
                    otherwise(work, asIf, whatIf, supplies, pairs.subList(from, pairs.size())),
                    waiting,
                    market.on()));
        }
        List<PlanInput.Supply> spare =
                new ArrayList<>(supplies.stream().map(Supply::spare).toList());
        if (!whatIf.patch().isEmpty()) suppose(whatIf, works, spare, pairs);
        return new Found(
                new PlanInput(needs, spare, pairs),
                works.stream().map(work -> waiting(work, waiting)).toList(),
                fits,
                offered.size());
    }

    /** What an award that waits for an answer asks of whom. */
    private record Asked(UUID provider, Set<UUID> calls) {}

    private Map<UUID, Asked> asked() {
        Map<UUID, Asked> asked = new HashMap<>();
        jdbc.sql("""
                select care_package_id, provider_id, array_agg(call_line_id) as calls
                from placements.report_open_award_call group by care_package_id, provider_id""").query(row -> {
            asked.put(
                    row.getObject("care_package_id", UUID.class),
                    new Asked(row.getObject("provider_id", UUID.class), Set.of((UUID[])
                            row.getArray("calls").getArray())));
        });
        return asked;
    }

    /** Hours that a yes would take, user minutes by provider: nobody else can have them meanwhile. */
    private static Map<UUID, Map<PlanInput.Slot, Integer>> kept(List<Work> offered, Map<UUID, Asked> asked) {
        Map<UUID, Map<PlanInput.Slot, Integer>> kept = new HashMap<>();
        for (Work work : offered) {
            Asked of = Objects.requireNonNull(asked.get(work.carePackage().value()));
            for (AskedCall call : work.calls())
                if (of.calls().contains(call.id()))
                    kept.computeIfAbsent(of.provider(), id -> new HashMap<>())
                            .merge(
                                    new PlanInput.Slot(
                                            work.locality(), call.part().name(), call.workers()),
                                    call.weekly(),
                                    Integer::sum);
        }
        return kept;
    }

    private record Supply(Supplier supplier, PlanInput.Supply spare) {}

    private static Waiting waiting(Work work, Map<String, Waiting> all) {
        Waiting one = all.get(work.ref());
        if (one == null) throw new IllegalStateException("does not wait");
        return one;
    }

    private Map<String, Waiting> waiting() {
        return jdbc.sql("""
                select w.package_ref, w.locality, w.status, w.days_net as days, null::date as needed_from,
                    coalesce(n.needed_from, k.start_latest) as wanted_by
                from carepackages.report_waiting(clock_timestamp(), clock_timestamp()) w
                join carepackages.report_work k on k.package_ref = w.package_ref
                left join placements.report_needed_from n on n.care_package_id = k.care_package_id
                where w.status <> 'ON_HOLD'
                union all
                select k.package_ref, k.locality, 'LEAVING', 0, n.needed_from, n.needed_from
                from placements.report_needed_from n
                join carepackages.report_sourcing k on k.care_package_id = n.care_package_id and k.cover = 'LEAVING'""").query(Waiting.class).list().stream()
                // Who leaves at this very moment is in both.
                .collect(Collectors.toMap(Waiting::packageRef, one -> one, (waits, leaves) -> waits));
    }

    private static Work supposed(Work work, WhatIf whatIf) {
        Work supposed = work;
        if (whatIf.pence() > 0)
            supposed =
                    supposed.payingUpTo(new Money(work.ceiling().pounds().add(BigDecimal.valueOf(whatIf.pence(), 2))));
        if (whatIf.days() > 0) supposed = supposed.startingBy(work.startLatest().plusDays(whatIf.days()));
        if (whatIf.window() > 0)
            for (AskedCall call : work.calls()) supposed = supposed.with(wider(call, whatIf.window()));
        return supposed;
    }

    /** Only where wider windows are supposed: otherwise the hours of the part of the day that is asked for count. */
    private static List<List<PlanInput.Call>> otherwise(
            Work work, Work asIf, WhatIf whatIf, List<Supply> supplies, List<PlanInput.Pair> pairs) {
        if (whatIf.window() == 0) return List.of();
        boolean supposed = work.locality().equals(whatIf.patch());
        return OtherTimes.of(
                work,
                asIf,
                calls -> supposed
                        || pairs.stream()
                                .filter(PlanInput.Pair::allowed)
                                .anyMatch(pair ->
                                        supplies.get(pair.supply()).spare().holds(work.locality(), calls)));
    }

    private static AskedCall wider(AskedCall call, int minutes) {
        LocalTime from = call.from();
        LocalTime until = call.until();
        if (from == null || until == null) return call;
        LocalTime earlier = from.toSecondOfDay() < minutes * 60 ? LocalTime.MIN : from.minusMinutes(minutes);
        LocalTime later =
                until.plusMinutes(minutes).isBefore(until) ? LocalTime.of(23, 59) : until.plusMinutes(minutes);
        return call.within(earlier, later);
    }

    /** Out-of-date hours count for as much as they do wherever providers are compared. */
    private static PlanInput.Supply supply(Supplier supplier, WhatIf whatIf, Map<PlanInput.Slot, Integer> kept) {
        Map<PlanInput.Slot, Integer> spare = new HashMap<>();
        boolean closed = supplier.provider().ref().equals(whatIf.closed());
        for (String patch : supplier.spare().left().keySet())
            for (PartOfDay part : PartOfDay.values())
                for (int workers = 1; workers <= 2; workers++) {
                    PlanInput.Slot slot = new PlanInput.Slot(patch, part.name(), workers);
                    int user = supplier.spare().left(patch, part, workers) - kept.getOrDefault(slot, 0);
                    int counted = user * supplier.spare().freshness().percent() / 100;
                    if (counted > 0 && !closed) spare.put(slot, counted * workers);
                }
        return new PlanInput.Supply(supplier.provider().ref(), spare, PlanInput.NO_LIMIT);
    }

    /** As it is: what is only supposed makes nobody less urgent. */
    private static PlanInput.Need need(
            Work work, List<List<PlanInput.Call>> otherwise, Map<String, Waiting> all, LocalDate today) {
        Waiting waiting = waiting(work, all);
        LocalDate from = waiting.neededFrom();
        int first = URGENCY.getOrDefault(waiting.status(), 1)
                + (waiting.wantedBy().isBefore(today) ? 1 : 0)
                + (from != null && from.isBefore(today.plusDays(SOON)) ? 1 : 0);
        return new PlanInput.Need(
                work.ref(),
                work.locality(),
                OtherTimes.asked(work),
                otherwise,
                from == null ? 1 : 0,
                FairShares.urgency(first, waiting.days()),
                waiting.days(),
                waiting.status().equals("BRIDGED"));
    }

    private static void pairs(List<Fit> fits, int need, String closed, int floor, List<PlanInput.Pair> pairs) {
        IntStream.range(0, fits.size()).forEach(s -> pairs.add(pair(fits.get(s), need, s, closed, floor)));
    }

    private static PlanInput.Pair pair(Fit fit, int need, int supply, String closed, int floor) {
        List<String> broken = new ArrayList<>(
                fit.broken().stream().map(verdict -> verdict.rule().name()).toList());
        if (fit.leavesOpen(Rule.NOT_LEAVING)) broken.add(Rule.NOT_LEAVING.name());
        if (fit.supplier().provider().ref().equals(closed)) broken.add(Rule.NOT_EMBARGOED.name());
        long running = fit.supplier().now().values().stream()
                .mapToLong(Supplier.Standing::minutes)
                .max()
                .orElse(0);
        long spare = 0;
        for (int[] slots : fit.supplier().spare().left().values())
            for (int minutes : slots) spare += Math.max(0, minutes);
        return new PlanInput.Pair(
                need,
                supply,
                broken,
                (int) (fit.thousandths() / 1_000),
                penceForUserHour(fit, floor),
                FairShares.points(running, spare));
    }

    /** Where nothing is known of what a provider is paid, it counts with the ceiling. Nobody is awarded work below the floor. */
    private static int penceForUserHour(Fit fit, int floor) {
        Work work = fit.work();
        int pence = fit.expectedPence() > 0 ? Math.max(floor, fit.expectedPence()) : pence(work.ceiling());
        long worker = work.calls().stream()
                .mapToLong(call -> (long) call.weekly() * call.workers())
                .sum();
        return (int) (pence * worker / Math.max(1, work.weekly()));
    }

    private static int pence(Money money) {
        return money.pounds().movePointRight(2).intValueExact();
    }

    private static void suppose(
            WhatIf whatIf, List<Work> works, List<PlanInput.Supply> supplies, List<PlanInput.Pair> pairs) {
        Map<PlanInput.Slot, Integer> spare = new HashMap<>();
        for (PartOfDay part : PartOfDay.values())
            spare.put(new PlanInput.Slot(whatIf.patch(), part.name(), 0), whatIf.minutes());
        supplies.add(new PlanInput.Supply(SUPPOSED, spare, whatIf.minutes()));
        for (int n = 0; n < works.size(); n++)
            if (works.get(n).locality().equals(whatIf.patch())) {
                int ceiling = pence(works.get(n).ceiling());
                long worker = works.get(n).calls().stream()
                        .mapToLong(call -> (long) call.weekly() * call.workers())
                        .sum();
                pairs.add(new PlanInput.Pair(
                        n,
                        supplies.size() - 1,
                        List.of(),
                        SUPPOSED_SUITS,
                        (int) (ceiling * worker / Math.max(1, works.get(n).weekly())),
                        0));
            }
    }
}
