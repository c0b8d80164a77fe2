package cymru.pontio.matching;

import cymru.pontio.providers.capacity.PartOfDay;
import java.util.List;

/** Whether the time-critical calls of a package can share the hours of the parts of the day in which they may begin: all ways are looked through. */
final class Sharing {
    /** No package has so many calls with so wide windows that more would be looked at. */
    private static final int LOOKS = 20_000;

    private final List<AskedCall> calls;
    private final int[] left = new int[Supplier.Spare.SLOTS];
    private int looks;

    private Sharing(List<AskedCall> calls, String locality, Supplier.Spare spare) {
        this.calls = calls;
        for (PartOfDay part : PartOfDay.values())
            for (int workers = 1; workers <= 2; workers++)
                left[Supplier.Spare.index(part, workers)] = spare.left(locality, part, workers);
    }

    static boolean of(Work work, Supplier.Spare spare) {
        List<AskedCall> critical =
                work.calls().stream().filter(AskedCall::timeCritical).toList();
        return critical.stream().anyMatch(call -> call.parts().size() > 1)
                && new Sharing(critical, work.locality(), spare).from(0);
    }

    private boolean from(int next) {
        if (next == calls.size()) return true;
        AskedCall call = calls.get(next);
        for (PartOfDay part : call.parts()) {
            int slot = Supplier.Spare.index(part, call.workers());
            if (left[slot] < call.weekly() || ++looks > LOOKS) continue;
            left[slot] -= call.weekly();
            if (from(next + 1)) return true;
            left[slot] += call.weekly();
        }
        return false;
    }
}
