package cymru.pontio.matching.runs;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.matching.Fit;
import cymru.pontio.matching.Market;
import cymru.pontio.matching.Rule;
import cymru.pontio.matching.Suitabilities;
import cymru.pontio.matching.Work;
import cymru.pontio.providers.ProviderKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suggests runs of packages that wait. It advertises and awards nothing: a broker decides what to do with one. */
@Service
public class Runs {
    private final Suitabilities suitabilities;
    private final JdbcClient jdbc;
    private final double factor;
    private final double withinKm;
    private final double kmPerHour;

    Runs(
            Suitabilities suitabilities,
            JdbcClient jdbc,
            @Value("${pontio.runs.factor:1.4}") double factor,
            @Value("${pontio.runs.within-km:4}") double withinKm,
            @Value("${pontio.runs.km-per-hour:40}") double kmPerHour) {
        this.suitabilities = suitabilities;
        this.jdbc = jdbc;
        this.factor = factor;
        this.withinKm = withinKm;
        this.kmPerHour = kmPerHour;
    }

    /**
     * @param names of the providers, where a run's takers point to
     * @param without codes of areas whose middle nobody has said
     */
    public record Suggested(RunSearch.Found found, Travel travel, List<String> names, Set<String> without) {
        /** References of its packages, as the address of the form takes them. */
        public String refs(Run run) {
            return run.packages().stream().map(Waiting::ref).collect(Collectors.joining(","));
        }

        /** Who may bid for all of it, by name. */
        public List<String> takers(Run run) {
            return run.takers().stream().mapToObj(names::get).toList();
        }
    }

    /** Of the waiting list of this moment, with packages the council's own team bridges. */
    @Transactional(readOnly = true)
    public Suggested ofWaitingList(Actor actor) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        Map<String, State> states = waiting();
        return suggested(suitabilities.wanted(), work -> states.get(work.ref()), null);
    }

    /** Of these packages, with the calls that the provider holds, as if it left them. It takes none of them itself. */
    @Transactional(readOnly = true)
    public Suggested held(Actor actor, UUID provider, Set<String> packages) {
        return leaving(actor, suitabilities.heldBy(provider), provider, packages);
    }

    /** Of these packages as they are sought now. Whoever leaves them takes none of them. */
    @Transactional(readOnly = true)
    public Suggested left(Actor actor, UUID provider, Set<String> packages) {
        return leaving(actor, suitabilities.wanted(), provider, packages);
    }

    private Suggested leaving(Actor actor, List<Work> works, UUID provider, Set<String> packages) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        List<Work> these =
                works.stream().filter(work -> packages.contains(work.ref())).toList();
        return suggested(these, work -> new State(work.ref(), "LEAVING", 0), provider);
    }

    private record State(String packageRef, String status, int days) {}

    private Suggested suggested(List<Work> works, Function<Work, @Nullable State> states, @Nullable UUID without) {
        Market market = suitabilities.market();
        Set<String> underWay = underWay();
        List<Waiting> waiting = new ArrayList<>();
        for (Work work : works) {
            State state = states.apply(work);
            if (state == null || work.calls().isEmpty()) continue;
            waiting.add(new Waiting(
                    work.ref(),
                    work.locality(),
                    work.lot(),
                    state.status(),
                    state.days(),
                    underWay.contains(work.ref()),
                    work.calls(),
                    takers(market, work, without)));
        }
        Travel travel = travel();
        Set<String> unknown = new HashSet<>();
        waiting.stream()
                .map(Waiting::area)
                .filter(area -> !travel.centres().containsKey(area))
                .forEach(unknown::add);
        List<String> names =
                market.suppliers().stream().map(one -> one.provider().name()).toList();
        return new Suggested(RunSearch.find(waiting, travel), travel, names, unknown);
    }

    /** Agencies that may bid: what a bid says itself keeps nobody out, and the council's own team does not compete. */
    private static BitSet takers(Market market, Work work, @Nullable UUID without) {
        BitSet takers = new BitSet();
        List<Fit> fits = market.judge(work);
        for (int i = 0; i < fits.size(); i++) {
            Fit fit = fits.get(i);
            takers.set(i, mayBid(fit) && !fit.supplier().provider().id().equals(without));
        }
        return takers;
    }

    private static boolean mayBid(Fit fit) {
        return fit.supplier().provider().kind() == ProviderKind.AGENCY
                && Arrays.stream(Rule.values()).noneMatch(rule -> !rule.answeredByBid() && fit.breaks(rule));
    }

    private Travel travel() {
        Map<String, Travel.Centre> centres = new HashMap<>();
        jdbc.sql("select code, east_km, north_km from areas.report_centre").query(row -> {
            centres.put(row.getString("code"), new Travel.Centre(row.getInt("east_km"), row.getInt("north_km")));
        });
        return new Travel(centres, factor, withinKm, kmPerHour);
    }

    private Map<String, State> waiting() {
        Map<String, State> states = new HashMap<>();
        jdbc.sql("""
                select w.package_ref, w.status, w.days_net as days
                from carepackages.report_waiting(clock_timestamp(), clock_timestamp()) w
                where w.status <> 'ON_HOLD'""").query(State.class).list().forEach(one -> states.put(one.packageRef(), one));
        return states;
    }

    private Set<String> underWay() {
        return new HashSet<>(jdbc.sql("""
                select w.package_ref from carepackages.report_work w
                where exists (select from adverts.report_search s
                        where s.care_package_id = w.care_package_id and s.status = 'OPEN')
                  or exists (select from placements.report_open_award o where o.care_package_id = w.care_package_id)""").query(String.class).list());
    }
}
