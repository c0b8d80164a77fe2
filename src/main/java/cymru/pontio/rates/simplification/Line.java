package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Money;
import cymru.pontio.rates.CareService;
import cymru.pontio.rates.PriceZone;
import java.math.BigDecimal;
import java.util.UUID;

/** What a proposal does to one placement. */
record Line(
        UUID placement,
        String ref,
        UUID provider,
        PriceZone zone,
        VisitLength length,
        CareService service,
        int userMinutes,
        int carerMinutes,
        Money was,
        Money rate) {

    static Line of(ZonedRate one, Money rate) {
        LiveRate live = one.live();
        return new Line(
                live.placement(),
                live.ref(),
                live.provider(),
                one.zone(),
                one.length(),
                one.service(),
                live.hours().user().minutes(),
                live.hours().carer().minutes(),
                live.rate(),
                rate);
    }

    /** Pounds a week: workers' hours are paid, and each placement is rounded once. */
    public BigDecimal weekBefore() {
        return was.forMinutes(carerMinutes).pounds();
    }

    public BigDecimal weekAfter() {
        return rate.forMinutes(carerMinutes).pounds();
    }

    public BigDecimal weekMore() {
        return weekAfter().subtract(weekBefore());
    }

    boolean changes() {
        return !was.equals(rate);
    }
}
