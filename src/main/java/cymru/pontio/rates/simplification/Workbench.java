package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.rates.CallToPrice;
import cymru.pontio.rates.CardEntry;
import cymru.pontio.rates.Rates;
import cymru.pontio.rates.Tariff;
import cymru.pontio.rates.Zones;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All rates that are being paid to agencies and micro-enterprises, and what a proposal would make of them. */
@Service
class Workbench {
    private final LiveRates live;
    private final Rates rates;
    private final Providers providers;

    Workbench(LiveRates live, Rates rates, Providers providers) {
        this.live = live;
        this.rates = rates;
        this.providers = providers;
    }

    /** One rate and how much is paid at it. */
    record AtRate(Money rate, long providers, Effect.Sum sum) {}

    /**
     * @param effect as if nothing changed: what is paid
     * @param inhouse placements of the council's own team, which has no rate and is not counted
     */
    record Bench(List<AtRate> rates, Effect effect, long inhouse) {}

    @Transactional(readOnly = true)
    public Bench bench(Actor actor, LocalDate day) {
        mustRead(actor);
        List<ZonedRate> all = zoned(day);
        Effect effect =
                effect(all.stream().map(one -> Line.of(one, one.live().rate())).toList(), day);
        Map<Money, List<Line>> byRate = new TreeMap<>(Comparator.naturalOrder());
        effect.lines()
                .forEach(one -> byRate.computeIfAbsent(one.was(), rate -> new java.util.ArrayList<>())
                        .add(one));
        List<AtRate> rows = byRate.entrySet().stream()
                .map(one -> new AtRate(
                        one.getKey(),
                        one.getValue().stream().map(Line::provider).distinct().count(),
                        new Effect.Sum(one.getValue())))
                .toList();
        return new Bench(rows, effect, live.on(day).size() - all.size());
    }

    /** What the terms would do to the placements that run today. */
    @Transactional(readOnly = true)
    public Effect effect(Actor actor, ProposalTerms terms) {
        mustRead(actor);
        List<ZonedRate> all = zoned(terms.from());
        List<Line> lines = switch (terms) {
            case SimplifyTerms simplify -> new Simplifier(simplify, rates.on(terms.from())).lines(all);
            case UpliftTerms uplift -> uplift.lines(all, rates.on(terms.from()));
        };
        return effect(lines, terms.from());
    }

    Effect effect(List<Line> lines, LocalDate day) {
        Map<UUID, String> names =
                providers.all().stream().collect(Collectors.toMap(ProviderView::id, ProviderView::name));
        return new Effect(lines, names, rates.minimumPrices(day));
    }

    private List<ZonedRate> zoned(LocalDate day) {
        Set<UUID> own = providers.all().stream()
                .filter(one -> one.kind() == ProviderKind.INHOUSE)
                .map(ProviderView::id)
                .collect(Collectors.toSet());
        Zones zones = rates.zones(day);
        Tariff tariff = rates.tariff(new DateRange(day, day.plusWeeks(1)));
        LocalDate weekday = weekday(day, tariff);
        return live.on(day).stream()
                .filter(one -> !own.contains(one.provider()))
                .map(one -> zoned(one, zones, tariff, weekday))
                .toList();
    }

    private static ZonedRate zoned(LiveRate one, Zones zones, Tariff tariff, LocalDate weekday) {
        int minutes = one.hours().user().minutes();
        ZonedRate bare =
                new ZonedRate(one, zones.of(one.locality()), VisitLength.of(minutes, one.visits()), one.rate());
        CallToPrice call =
                new CallToPrice(bare.service(), bare.zone(), "1", Math.max(1, minutes / one.visits()), 1, null);
        Money card = tariff.entry(call, weekday).map(CardEntry::rate).orElse(one.rate());
        return new ZonedRate(one, bare.zone(), bare.length(), card);
    }

    /** The first Monday to Friday of the week that begins that day and is no bank holiday. */
    private static LocalDate weekday(LocalDate from, Tariff tariff) {
        return from.datesUntil(from.plusWeeks(1))
                .filter(day -> tariff.dayClass(day) == cymru.pontio.rates.DayClass.WEEKDAY)
                .findFirst()
                .orElse(from);
    }

    static void mustRead(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.FINANCE);
    }
}
