package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.Criterion;
import cymru.pontio.adverts.OwnFit;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.Eligibility.Reason;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Adverts as they suit the one provider that reads them. Quality, price and continuity are left out: the first two are held
 * against others, and the third would tell the provider that it knows the person.
 */
@Component
class OwnFits implements OwnFit {
    private static final List<Criterion> OWN =
            List.of(Criterion.START, Criterion.CAPACITY, Criterion.RUN, Criterion.WELSH);

    private final MarketRows market;
    private final Clock clock;

    OwnFits(MarketRows market, Clock clock) {
        this.market = market;
        this.clock = clock;
    }

    @Override
    public Map<AdvertId, Mark> of(UUID provider, List<AdvertFacts> adverts) {
        Map<AdvertId, Mark> marks = new HashMap<>();
        if (adverts.isEmpty()) return marks;
        LocalDate today = Zone.dayOf(clock.instant());
        Supplier supplier = market.supplier(provider);
        for (AdvertFacts advert : adverts) marks.put(advert.id(), mark(advert, supplier, today));
        return marks;
    }

    private static Mark mark(AdvertFacts advert, Supplier supplier, LocalDate today) {
        Work work = Work.of(advert, Set.of(), Set.of());
        Answer answer = Answer.expected(work, supplier, today);
        Scoring scoring = new Scoring(work, 0, 0, 0);
        long points = 0;
        int most = 0;
        for (Criterion criterion : OWN) {
            int weight = work.weights().of(criterion);
            most += weight;
            points += scoring.mark(criterion, supplier, Scoring.UNRATED, answer).thousandths(weight);
        }
        long fitting = scoring.mark(Criterion.CAPACITY, supplier, Scoring.UNRATED, answer)
                        .part()
                / 100;
        Eligibility eligibility = Matching.eligibility(work, supplier, today);
        List<Reason> reasons = eligibility instanceof Eligibility.Refused refused ? refused.reasons() : List.of();
        return new Mark(
                reasons.stream().map(OwnFits::sentence).toList(),
                BigDecimal.valueOf(points, 3),
                most,
                supplier.spare().freshness().percent() == 0 ? 0 : (int) fitting);
    }

    private static DefaultMessageSourceResolvable sentence(Reason reason) {
        return new DefaultMessageSourceResolvable(
                new String[] {reason.messageKey()}, reason.args().toArray());
    }
}
