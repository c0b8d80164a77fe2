package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.kernel.WeeklyHours;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a changed week is against the one before, worked out from the calls. Hours are minutes a week. */
record Difference(WeeklyHours before, WeeklyHours after, Set<Kind> kinds) {

    /** @param week the calls of the placement as they are owed now, with the agreed windows */
    static Difference of(Map<UUID, CallTerms> week, List<ChangedCall> changes) {
        int user = 0;
        int carer = 0;
        for (CallTerms call : week.values()) {
            user += minutes(call);
            carer += minutes(call) * call.workers();
        }
        int userAfter = user;
        int carerAfter = carer;
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (ChangedCall change : changes) {
            CallTerms was = change.call() == null ? null : Objects.requireNonNull(week.get(change.call()));
            CallTerms now = change.terms();
            userAfter += minutes(now) - minutes(was);
            carerAfter += minutes(now) * workers(now) - minutes(was) * workers(was);
            if (workers(now) > 1 && workers(was) < 2) kinds.add(Kind.DOUBLE_UP_ON);
            if (workers(was) > 1 && workers(now) == 1) kinds.add(Kind.DOUBLE_UP_OFF);
            if (was != null && now != null && !sameTime(was, now)) kinds.add(Kind.RETIME);
        }
        if (carerAfter > carer) kinds.add(Kind.INCREASE);
        if (carerAfter < carer) kinds.add(Kind.DECREASE);
        return new Difference(WeeklyHours.ofMinutes(user, carer), WeeklyHours.ofMinutes(userAfter, carerAfter), kinds);
    }

    /** Whether anybody has to work more or at other times: then the provider is asked. */
    boolean asksProvider() {
        return adds() || kinds.contains(Kind.RETIME);
    }

    boolean adds() {
        return kinds.contains(Kind.INCREASE) || kinds.contains(Kind.DOUBLE_UP_ON);
    }

    int carerMinutesMore() {
        return after.carer().minutes() - before.carer().minutes();
    }

    private static boolean sameTime(CallTerms was, CallTerms now) {
        return was.days().equals(now.days())
                && was.band() == now.band()
                && Objects.equals(was.from(), now.from())
                && Objects.equals(was.until(), now.until());
    }

    private static int minutes(@Nullable CallTerms call) {
        return call == null ? 0 : call.minutes() * call.days().length();
    }

    private static int workers(@Nullable CallTerms call) {
        return call == null ? 0 : call.workers();
    }
}
