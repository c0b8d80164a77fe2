package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.FirstAsked;
import cymru.pontio.adverts.NotAsked;
import cymru.pontio.matching.Eligibility.Reason;
import cymru.pontio.providers.Providers;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nobody is asked first who could not bid: the same hard rules, told to the broker. */
@Component
class Judge implements FirstAsked {
    private final Matching matching;
    private final Providers providers;

    Judge(Matching matching, Providers providers) {
        this.matching = matching;
        this.providers = providers;
    }

    @Override
    public Set<NotAsked> against(AdvertFacts advert, UUID provider, LocalDate on) {
        Set<NotAsked> reasons = EnumSet.noneOf(NotAsked.class);
        if (matching.eligibility(advert, providers.view(provider), on) instanceof Eligibility.Refused refused)
            refused.reasons().stream().map(Judge::notAsked).forEach(reasons::add);
        return reasons;
    }

    private static NotAsked notAsked(Reason reason) {
        return switch (reason.messageKey()) {
            case "matching.reason.accreditation", "matching.reason.lapsed" -> NotAsked.ACCREDITATION;
            case "matching.reason.embargo" -> NotAsked.EMBARGO;
            case "matching.reason.lot" -> NotAsked.LOT;
            case "matching.reason.patch" -> NotAsked.PATCH;
            case "matching.reason.doubleHanded" -> NotAsked.DOUBLE_HANDED;
            case "matching.reason.training" -> NotAsked.TRAINING;
            case "matching.reason.welsh" -> NotAsked.WELSH;
            default -> NotAsked.OTHER;
        };
    }
}
