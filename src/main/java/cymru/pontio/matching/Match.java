package cymru.pontio.matching;

import cymru.pontio.adverts.Criterion;
import cymru.pontio.carepackages.PackageFacts;
import java.time.LocalDate;
import java.util.List;

/**
 * A package against the whole market of a day.
 *
 * @param work what is sought; without calls, nobody is sought
 * @param prices whether the reader may know what providers are paid
 * @param pledgeWeight how often the pledge counts in quality
 * @param ranked those who may be offered it, best first
 * @param others those who may not, by how few rules they break; without those who only do not cover the area
 * @param elsewhere those who break no other rule than that
 */
record Match(
        PackageFacts carePackage,
        Work work,
        LocalDate on,
        boolean prices,
        int pledgeWeight,
        List<Place> ranked,
        List<Fit> others,
        List<Fit> elsewhere,
        List<NearMiss> nearMisses) {

    /**
     * One provider's place.
     *
     * @param flips what would make it the first; empty for the first and where no one criterion would
     */
    record Place(int place, Fit fit, List<Flip> flips) {
        public List<Verdict> rules(boolean prices) {
            return fit.verdicts().stream()
                    .filter(one -> prices || one.rule() != Rule.ENVELOPE)
                    .toList();
        }
    }

    public boolean sought() {
        return !work.calls().isEmpty();
    }

    public List<Criterion> criteria() {
        return work.weights().criteria();
    }

    /** Thousandths of a point by which the first leads. */
    public long lead() {
        return ranked.size() < 2
                ? 0
                : ranked.get(0).fit().thousandths() - ranked.get(1).fit().thousandths();
    }
}
