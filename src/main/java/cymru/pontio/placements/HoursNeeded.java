package cymru.pontio.placements;

import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.providers.capacity.PartOfDay;
import cymru.pontio.providers.capacity.Slot;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the calls of an award take of a provider's spare hours: user minutes a week, each call where it begins. */
final class HoursNeeded {
    private HoursNeeded() {}

    static Map<Slot, Integer> of(String locality, PackageFacts facts, List<AwardLine> lines) {
        Map<Slot, Integer> needed = new TreeMap<>();
        for (AwardLine line : lines)
            facts.lines().stream()
                    .filter(call -> call.id().equals(line.callLine()))
                    .forEach(call -> needed.merge(slot(locality, call, line), call.userMinutes(), Integer::sum));
        return needed;
    }

    /** In its band; where the provider agreed another time with the council, in the part of the day that time is in. */
    private static Slot slot(String locality, CallLineView call, AwardLine line) {
        LocalTime own = line.from();
        PartOfDay part = own == null ? PartOfDay.valueOf(call.band().name()) : PartOfDay.of(own);
        return new Slot(locality, part, call.workers());
    }
}
