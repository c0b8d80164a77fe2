package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.FirstAsked;
import cymru.pontio.adverts.MayBid;
import cymru.pontio.adverts.NotAsked;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Nobody is asked first, or told of a round, who could not bid: the same hard rules, told to the broker. */
@Component
class Judge implements FirstAsked, MayBid {
    private final MarketRows market;
    private final WorkRows works;
    private final Clock clock;

    Judge(MarketRows market, WorkRows works, Clock clock) {
        this.market = market;
        this.works = works;
        this.clock = clock;
    }

    /** The person’s refusal is none of what is asked here: who is refused is told of no round anyway. */
    @Override
    public Map<AdvertId, Set<UUID>> among(List<AdvertFacts> adverts, Set<UUID> providers) {
        if (adverts.isEmpty() || providers.isEmpty()) return Map.of();
        LocalDate today = Zone.dayOf(clock.instant());
        List<Supplier> suppliers = market.suppliers(providers);
        Map<AdvertId, Set<UUID>> able = new HashMap<>();
        for (AdvertFacts advert : adverts) {
            Work work = Work.of(advert, Set.of(), Set.of());
            able.put(
                    advert.id(),
                    suppliers.stream()
                            .filter(one -> Matching.eligibility(work, one, today) instanceof Eligibility.Eligible)
                            .map(Supplier::id)
                            .collect(Collectors.toSet()));
        }
        return able;
    }

    @Override
    public Set<NotAsked> against(AdvertFacts advert, UUID provider, LocalDate on) {
        PackageId carePackage = advert.carePackage();
        Work work = Work.of(advert, works.refused(carePackage), Set.of());
        Supplier supplier = market.supplier(provider);
        Set<NotAsked> reasons = EnumSet.noneOf(NotAsked.class);
        Arrays.stream(Rule.values())
                .filter(rule -> !rule.answeredByBid())
                .filter(rule -> rule.isBroken(work, supplier, on))
                .map(Judge::notAsked)
                .forEach(reasons::add);
        return reasons;
    }

    private static NotAsked notAsked(Rule rule) {
        return switch (rule) {
            case ACCREDITED -> NotAsked.ACCREDITATION;
            case NOT_EMBARGOED -> NotAsked.EMBARGO;
            case NOT_LEAVING -> NotAsked.LEAVING;
            case LOT -> NotAsked.LOT;
            case PATCH -> NotAsked.PATCH;
            case DOUBLE_HANDED -> NotAsked.DOUBLE_HANDED;
            case TRAINING -> NotAsked.TRAINING;
            case WELSH -> NotAsked.WELSH;
            case WORKER_GENDER, SIGN_LANGUAGE, REFUSAL, START, ENVELOPE, TIME_CRITICAL -> NotAsked.OTHER;
        };
    }
}
