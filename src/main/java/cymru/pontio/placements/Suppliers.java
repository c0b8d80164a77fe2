package cymru.pontio.placements;

import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.Eligibility;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.microenterprises.MicroEnterprises;
import cymru.pontio.rates.Envelope;
import cymru.pontio.rates.Rates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could take a package, for how much, and which of its calls are still to be had. */
@Component
class Suppliers {
    private final Providers providers;
    private final Rates rates;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final MicroEnterprises micros;
    private final Handover handover;

    Suppliers(
            Providers providers,
            Rates rates,
            Clock clock,
            JdbcClient jdbc,
            MicroEnterprises micros,
            Handover handover) {
        this.providers = providers;
        this.rates = rates;
        this.clock = clock;
        this.jdbc = jdbc;
        this.micros = micros;
        this.handover = handover;
    }

    /** Those that cover the patch of the package, each with what stands against it. */
    List<DirectAwards.Candidate> covering(PackageFacts facts) {
        LocalDate today = today();
        Set<UUID> unwanted = unwanted(facts.id());
        Map<UUID, Eligibility> leaving = leaving(facts.id());
        Map<UUID, Money> paid = paidNow(facts.locality());
        Map<UUID, LocalDate> starts = starts(today);
        return providers.covering(facts.locality()).stream()
                .map(one -> new DirectAwards.Candidate(
                        one.id(),
                        one.ref(),
                        one.name(),
                        leaving.containsKey(one.id())
                                ? leaving.get(one.id())
                                : eligibility(one, facts, unwanted.contains(one.id()), today),
                        paid.get(one.id()),
                        starts.get(one.id())))
                .toList();
    }

    /** What an hour of each provider's care in this patch costs today; plans reckon with the same. */
    private Map<UUID, Money> paidNow(String locality) {
        Map<UUID, Money> paid = new HashMap<>();
        jdbc.sql("select provider_id, rate from placements.report_running where locality = ?")
                .param(locality)
                .query(row -> {
                    paid.put(row.getObject("provider_id", UUID.class), new Money(row.getBigDecimal("rate")));
                });
        return paid;
    }

    /** When each would likely start what it accepts today, where its starts of a year tell; plans reckon with the same. */
    private Map<UUID, LocalDate> starts(LocalDate today) {
        Map<UUID, LocalDate> starts = new HashMap<>();
        jdbc.sql("select provider_id, days from placements.report_lead").query(row -> {
            starts.put(row.getObject("provider_id", UUID.class), today.plusDays(row.getInt("days")));
        });
        return starts;
    }

    /** The package, wanted from the first day without a provider that leaves or has left it; as it is where none does. */
    PackageFacts asWanted(PackageFacts facts) {
        return jdbc.sql("select needed_from from placements.report_needed_from where care_package_id = ?")
                .param(facts.id().value())
                .query(LocalDate.class)
                .optional()
                .map(facts::neededFrom)
                .orElse(facts);
    }

    boolean wanted(PackageId carePackage, UUID provider) {
        return !unwanted(carePackage).contains(provider);
    }

    /** What stands against giving the package to a provider from which the council takes this package, or all its care. */
    Eligibility stays(PackageId carePackage, UUID provider) {
        return leaving(carePackage).getOrDefault(provider, new Eligibility.Eligible());
    }

    private Map<UUID, Eligibility> leaving(PackageId carePackage) {
        Map<UUID, Eligibility> leaving = new HashMap<>();
        jdbc.sql("""
            select provider_id, bool_or(moved) as all from placements.report_leaving
            where moved or taken and care_package_id = ? group by provider_id""").param(carePackage.value()).query(row -> {
            leaving.put(
                    row.getObject("provider_id", UUID.class),
                    row.getBoolean("all") ? ProviderStanding.leaving() : ProviderStanding.taken());
        });
        return leaving;
    }

    /** Whom the person will not have. A round leaves them out by itself; a direct award is not asked for by a round. */
    private Set<UUID> unwanted(PackageId carePackage) {
        return jdbc
                .sql("select provider_id from carepackages.report_refusal where care_package_id = ?")
                .param(carePackage.value())
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    private Eligibility eligibility(ProviderView one, PackageFacts facts, boolean unwanted, LocalDate today) {
        if (unwanted) return ProviderStanding.unwanted();
        boolean unlisted = one.kind() == ProviderKind.MICRO && !micros.listed(one.id());
        Lot lot = facts.nightOnly() ? Lot.NIGHT : Lot.SESSIONAL;
        return unlisted ? ProviderStanding.notListed() : ProviderStanding.direct(one, facts.locality(), lot, today);
    }

    Envelope envelope() {
        return rates.on(today());
    }

    List<CallLineView> free(PackageFacts facts) {
        Set<UUID> held = jdbc
                .sql("select call_line_id from placements.report_standing_line where care_package_id = ?")
                .param(facts.id().value())
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
        return facts.lines().stream().filter(call -> !held.contains(call.id())).toList();
    }

    /** The day from which no provider that leaves has calls that are free to be given; none where nobody does. */
    @Nullable
    LocalDate leftOn(PackageFacts facts) {
        return handover.leftOn(free(facts).stream().map(CallLineView::id).toList())
                .orElse(null);
    }

    LocalDate notBeforeToday(LocalDate day) {
        return day.isBefore(today()) ? today() : day;
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
