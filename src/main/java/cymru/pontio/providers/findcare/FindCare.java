package cymru.pontio.providers.findcare;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.providers.CareOffer;
import cymru.pontio.providers.CareOffer.Room;
import cymru.pontio.providers.CareOfferSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who may be found, from all kinds of suppliers. Asks for no actor: the answer is the same for the whole world. */
@Service
class FindCare {
    private final ObjectProvider<CareOfferSource> sources;

    FindCare(ObjectProvider<CareOfferSource> sources) {
        this.sources = sources;
    }

    /** @param room in the patch asked for, or the best of all where none was */
    record Found(CareOffer offer, Room room) {}

    /** Those with room first, then by name. */
    @Transactional(readOnly = true)
    public List<Found> search(FindCareForm form) {
        return offers().stream()
                .filter(form::matches)
                .map(offer -> new Found(offer, room(offer, form.patch())))
                .sorted(Comparator.comparing(Found::room)
                        .thenComparing(found -> found.offer().name())
                        .thenComparing(found -> found.offer().ref()))
                .toList();
    }

    @Transactional(readOnly = true)
    public CareOffer one(String ref) {
        return offers().stream()
                .filter(offer -> offer.ref().equals(ref))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<CareOffer> offers() {
        return sources.stream().flatMap(source -> source.careOffers().stream()).toList();
    }

    static Room room(CareOffer offer, String patch) {
        if (!patch.isEmpty()) return offer.patches().getOrDefault(patch, Room.ASK);
        return offer.patches().values().stream().min(Comparator.naturalOrder()).orElse(Room.ASK);
    }
}
