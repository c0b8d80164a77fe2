package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Money;
import cymru.pontio.rates.CareService;
import cymru.pontio.rates.Envelope;
import cymru.pontio.rates.PriceZone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param percent of the rate; or else:
 * @param pounds a worker's hour
 * @param service none means all
 * @param zone none means all
 */
record UpliftTerms(
        @Nullable BigDecimal percent,
        @Nullable BigDecimal pounds,
        @Nullable CareService service,
        @Nullable PriceZone zone,
        LocalDate from,
        String reason)
        implements ProposalTerms {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    List<Line> lines(List<ZonedRate> rates, Envelope envelope) {
        return rates.stream().map(one -> Line.of(one, rate(one, envelope))).toList();
    }

    /** An uplift ends at the ceiling, which it never passes; what was agreed above it is an exception and stays. */
    private Money rate(ZonedRate one, Envelope envelope) {
        Money now = one.live().rate();
        boolean meant = (service == null || service == one.service()) && (zone == null || zone == one.zone());
        if (!meant || now.isMoreThan(envelope.ceiling())) return now;
        Money raised = new Money(
                percent != null
                        ? now.pounds().multiply(HUNDRED.add(percent)).divide(HUNDRED)
                        : now.pounds().add(pounds == null ? BigDecimal.ZERO : pounds));
        if (raised.isMoreThan(envelope.ceiling())) return envelope.ceiling();
        boolean tooLow =
                envelope.floor().isMoreThan(raised) && !envelope.floor().isMoreThan(now);
        return tooLow ? envelope.floor() : raised.pounds().signum() <= 0 ? now : raised;
    }
}
