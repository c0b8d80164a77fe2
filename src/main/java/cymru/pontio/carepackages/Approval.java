package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** May this manager approve a package that costs this much a year? All reasons against it, not only the first. */
sealed interface Approval {
    record Approved() implements Approval {}

    record Refused(List<Reason> reasons) implements Approval {}

    enum Reason {
        OWN_WORK,
        NO_LIMIT,
        OVER_LIMIT
    }

    /** @param writers everybody who wrote any part of it: nobody approves what they wrote */
    static Approval of(Actor manager, Set<UUID> writers, Money yearly) {
        List<Reason> reasons = new ArrayList<>();
        if (writers.contains(manager.userId())) reasons.add(Reason.OWN_WORK);
        Money limit = manager.approvalLimit();
        if (limit == null) reasons.add(Reason.NO_LIMIT);
        else if (yearly.isMoreThan(limit)) reasons.add(Reason.OVER_LIMIT);
        return reasons.isEmpty() ? new Approved() : new Refused(List.copyOf(reasons));
    }
}
