package cymru.pontio.providers.microenterprises;

import cymru.pontio.providers.CareOffer;
import cymru.pontio.providers.CareOfferSource;
import cymru.pontio.providers.CareService;
import cymru.pontio.providers.ProviderKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Listed micro-enterprises as the public finds them. One with four people still has room for everything but personal care. */
@Component
class MicroOffers implements CareOfferSource {
    private final Shelf shelf;

    MicroOffers(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CareOffer> careOffers() {
        return shelf.all(new MicroFilter(MicroState.LISTED.name(), null, null, null)).stream()
                .map(MicroOffers::offer)
                .filter(offer -> !offer.services().isEmpty())
                .toList();
    }

    static CareOffer offer(MicroView micro) {
        Set<CareService> services = EnumSet.noneOf(CareService.class);
        services.addAll(micro.help());
        if (micro.full()) services.remove(CareService.PERSONAL_CARE);
        return new CareOffer(
                micro.ref().value(),
                micro.name(),
                ProviderKind.MICRO,
                services,
                micro.patches().stream().collect(Collectors.toMap(Function.identity(), patch -> room(micro))),
                micro.welsh(),
                micro.phone(),
                micro.email(),
                micro.website());
    }

    /** Well-being has no limit, and nobody says how much of it there is. */
    private static CareOffer.Room room(MicroView micro) {
        if (micro.full() || !micro.help().contains(CareService.PERSONAL_CARE)) return CareOffer.Room.ASK;
        return micro.personalCare() == FourPeople.MOST - 1 ? CareOffer.Room.SOME : CareOffer.Room.YES;
    }
}
