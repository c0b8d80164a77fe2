package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.providers.capacity.PartOfDay;
import cymru.pontio.providers.capacity.Slot;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;

/** The calls of a bid as kinds of spare hours: user minutes a week. */
final class HoursOffered {
    private HoursOffered() {}

    static Map<Slot, Integer> of(AdvertFacts advert, RankedBid bid) {
        Map<Slot, Integer> offered = new TreeMap<>();
        for (RankedBid.OfferedLine line : bid.lines())
            advert.lines().stream()
                    .filter(asked -> asked.id().equals(line.advertLine()))
                    .forEach(asked -> offered.merge(
                            slot(advert.locality(), asked, line),
                            asked.minutes() * asked.days().length(),
                            Integer::sum));
        return offered;
    }

    private static Slot slot(String locality, AdvertLine asked, RankedBid.OfferedLine line) {
        LocalTime own = line.from();
        PartOfDay part = own == null ? PartOfDay.valueOf(asked.band().name()) : PartOfDay.of(own);
        return new Slot(locality, part, asked.workers());
    }
}
