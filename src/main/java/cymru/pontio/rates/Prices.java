package cymru.pontio.rates;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a call costs by the card, and why. */
@Service
class Prices {
    private final Rates rates;
    private final Areas areas;
    private final Providers providers;

    Prices(Rates rates, Areas areas, Providers providers) {
        this.rates = rates;
        this.areas = areas;
        this.providers = providers;
    }

    /**
     * @param zones in which the place is during the period, in this order
     * @param standard the same hours at the standard rate of the first day, as packages are estimated
     */
    record Explained(
            List<PriceZone> zones, @Nullable ProviderView provider, DateRange period, Price price, Money standard) {}

    /** From the first day of the card to the end of the last year whose bank holidays are known. */
    @Transactional(readOnly = true)
    public DateRange known() {
        return rates.known();
    }

    @Transactional(readOnly = true)
    public Explained explain(Actor actor, PriceForm form) {
        actor.must(Role.COMMISSIONER, Role.FINANCE, Role.BROKER);
        DateRange period = form.period();
        String locality = areas.locality(form.locality()).code();
        List<LocalDate> days = rates.zoneDays(locality, period);
        ProviderView provider = form.provider().isEmpty() ? null : providers.byRef(form.provider());
        Tariff tariff = rates.tariff(period);
        List<PriceZone> zones = new ArrayList<>();
        List<Price> parts = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate until = i + 1 < days.size() ? days.get(i + 1) : period.until();
            PriceZone zone = rates.zones(days.get(i)).of(locality);
            if (!zones.contains(zone)) zones.add(zone);
            CallToPrice call = new CallToPrice(
                    CareService.valueOf(form.service()),
                    zone,
                    form.digits(),
                    Integer.parseInt(form.minutes()),
                    Integer.parseInt(form.workers()),
                    provider == null ? null : provider.id());
            parts.add(tariff.price(call, new DateRange(days.get(i), until)));
        }
        Price price = Price.of(parts);
        Money standard = rates.on(period.from()).standard().forMinutes(price.carerMinutes());
        return new Explained(zones, provider, period, price, standard);
    }
}
