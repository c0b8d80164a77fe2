package cymru.pontio.matching.plan;

import cymru.pontio.matching.Fit;
import cymru.pontio.matching.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which packages a provider may have besides, once it keeps a rule for one of them. Rules of the package, like its latest
 * start, open nothing else.
 */
record Opened(WaitingWork.Found found) implements LeftOut.Alike {
    @Override
    public boolean opens(int need, int other, int supply, String rule) {
        List<Fit> fits = found.fits().get(need);
        if (supply >= fits.size()) return false;
        Fit first = fits.get(supply);
        Fit second = found.fits().get(other).get(supply);
        boolean near = first.work().locality().equals(second.work().locality());
        return switch (Rule.valueOf(rule)) {
            case PATCH -> near;
            case DOUBLE_HANDED -> true;
            case LOT -> first.work().lot() == second.work().lot();
            case TRAINING -> lacks(first, Rule.TRAINING).containsAll(lacks(second, Rule.TRAINING));
            case WORKER_GENDER ->
                near && lacks(first, Rule.WORKER_GENDER).containsAll(lacks(second, Rule.WORKER_GENDER));
            case ACCREDITED,
                    NOT_EMBARGOED,
                    NOT_LEAVING,
                    WELSH,
                    SIGN_LANGUAGE,
                    START,
                    ENVELOPE,
                    TIME_CRITICAL,
                    REFUSAL -> false;
        };
    }

    /** Trainings or genders, one by one. */
    private static Set<Object> lacks(Fit fit, Rule rule) {
        return fit.broken().stream()
                .filter(verdict -> verdict.rule() == rule)
                .flatMap(verdict -> verdict.causes().stream())
                .flatMap(cause -> cause.args().stream())
                .collect(Collectors.toSet());
    }
}
