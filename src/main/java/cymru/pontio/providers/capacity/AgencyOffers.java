package cymru.pontio.providers.capacity;

import cymru.pontio.providers.CareOffer;
import cymru.pontio.providers.CareOffer.Room;
import cymru.pontio.providers.CareOfferSource;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.capacity.PublicEntries.PublicEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agencies as the public finds them: accredited today, and not stopped from taking new people. */
@Component
class AgencyOffers implements CareOfferSource {
    /** From an hour a day there is room; with less, some. */
    static final int ROOM = 7 * 60;

    private final Providers providers;
    private final CapacityTable table;
    private final PublicEntries entries;

    AgencyOffers(Providers providers, CapacityTable table, PublicEntries entries) {
        this.providers = providers;
        this.table = table;
        this.entries = entries;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CareOffer> careOffers() {
        LocalDate today = table.today();
        Map<java.util.UUID, PublicEntry> told = entries.all();
        return providers.all().stream()
                .filter(one -> one.kind() == ProviderKind.AGENCY)
                .filter(one -> one.accredited(today) && one.embargo() == Embargo.NONE)
                .map(one -> offer(one, told.getOrDefault(one.id(), PublicEntry.USUAL)))
                .toList();
    }

    private CareOffer offer(ProviderView provider, PublicEntry entry) {
        Spare spare = table.spare(provider.id());
        return new CareOffer(
                provider.ref(),
                provider.name(),
                provider.kind(),
                entry.services(),
                provider.patches().stream().collect(Collectors.toMap(Function.identity(), patch -> room(spare, patch))),
                provider.welsh(),
                entry.phone(),
                entry.email(),
                entry.website());
    }

    /** Hours that are out of date say nothing for certain. */
    static Room room(Spare spare, String patch) {
        if (spare.freshness() != Freshness.FRESH) return Room.ASK;
        int left = spare.left().entrySet().stream()
                .filter(one -> one.getKey().locality().equals(patch))
                .mapToInt(one -> Math.max(0, one.getValue()))
                .sum();
        if (left >= ROOM) return Room.YES;
        return left > 0 ? Room.SOME : Room.ASK;
    }
}
