package cymru.pontio.placements.variations;

import cymru.pontio.kernel.Actor;
import cymru.pontio.placements.ServiceOrders;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.providers.capacity.PartOfDay;
import cymru.pontio.providers.capacity.Question;
import cymru.pontio.providers.capacity.Slot;
import cymru.pontio.providers.capacity.SpareHours;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a change takes of the provider's spare hours, as an award does: user minutes a week, each call where it begins. What it
 * leaves free gives nothing back; the next declaration says so.
 */
@Component
class HoursMore {
    private final VariationTable table;
    private final ServiceOrders orders;
    private final SpareHours spare;

    HoursMore(VariationTable table, ServiceOrders orders, SpareHours spare) {
        this.table = table;
        this.orders = orders;
        this.spare = spare;
    }

    /** What the provider has to be told, and perhaps asked; nothing where no kind of hour is needed more than before. */
    @Nullable
    Question question(Variation asked) {
        Map<Slot, Integer> more = of(asked);
        return more.isEmpty() ? null : spare.question(asked.provider(), more);
    }

    /** @throws cymru.pontio.providers.capacity.NotConfirmed if it is more than was declared and not confirmed */
    void take(Actor by, Variation accepted, Confirmation confirmation) {
        Map<Slot, Integer> more = of(accepted);
        if (!more.isEmpty()) spare.take(by, accepted.provider(), accepted.ref().value(), more, confirmation);
    }

    /** Who asked for more work says by that that it has the hours. */
    void takeAsked(Actor by, Variation agreed) {
        Question question = question(agreed);
        if (question != null) take(by, agreed, new Confirmation(true, question.seen()));
    }

    void giveBack(Actor by, Variation over) {
        spare.giveBack(by, over.provider(), over.ref().value());
    }

    private Map<Slot, Integer> of(Variation asked) {
        Map<UUID, ServiceOrders.Owed> owed = new HashMap<>();
        orders.since(asked.placement(), asked.carePackage(), asked.from())
                .forEach(call -> owed.put(call.call().call().id(), call));
        String locality = table.locality(asked.placement());
        Map<Slot, Integer> more = new TreeMap<>();
        for (ChangedCall change : calls(asked)) {
            ServiceOrders.Owed was = change.call() == null ? null : owed.get(change.call());
            if (was != null)
                add(
                        more,
                        new Slot(
                                locality,
                                part(was.call().call().band().name(), was.from()),
                                was.call().call().workers()),
                        -was.call().call().userMinutes());
            if (change.terms() != null)
                add(
                        more,
                        new Slot(
                                locality,
                                part(
                                        change.terms().band().name(),
                                        change.terms().from()),
                                change.terms().workers()),
                        change.terms().minutes() * change.terms().days().length());
        }
        more.values().removeIf(minutes -> minutes <= 0);
        return more;
    }

    private List<ChangedCall> calls(Variation asked) {
        return asked.end() == null ? table.calls(asked.id()) : List.of();
    }

    private static void add(Map<Slot, Integer> more, Slot slot, int minutes) {
        more.merge(slot, minutes, Integer::sum);
    }

    private static PartOfDay part(String band, @Nullable LocalTime from) {
        return from == null ? PartOfDay.valueOf(band) : PartOfDay.of(from);
    }
}
