package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.FirstAsked;
import cymru.pontio.adverts.NotAsked;
import cymru.pontio.carepackages.PackageId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nobody is asked first who could not bid: the same hard rules, told to the broker. */
@Component
class Judge implements FirstAsked {
    private final MarketRows market;
    private final WorkRows works;

    Judge(MarketRows market, WorkRows works) {
        this.market = market;
        this.works = works;
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
