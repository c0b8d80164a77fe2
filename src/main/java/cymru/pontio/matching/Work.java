package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.Weights;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.Training;
import cymru.pontio.kernel.Money;
import cymru.pontio.providers.Lot;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Care a provider is sought for, advertised or not: all that judging providers needs, and nothing that says who it is for.
 *
 * @param ref of the package, or of the advert where it is judged as advertised
 * @param lot the kind of work; of a package that is not advertised, as its calls say
 * @param welsh NEED, PREFERENCE, NO or NOT_ASKED, as the person answered
 * @param startFrom the day from which a later start is late
 * @param startLatest the last day on which care should start
 * @param calls those that nobody gives yet
 * @param refused providers the person will not have
 * @param known providers that look after the person or did within a year
 */
public record Work(
        PackageId carePackage,
        String ref,
        Lot lot,
        String locality,
        Set<Training> training,
        String welsh,
        LocalDate startFrom,
        LocalDate startLatest,
        Money ceiling,
        Weights weights,
        List<AskedCall> calls,
        Set<UUID> refused,
        Set<UUID> known) {

    public Work {
        calls = List.copyOf(calls);
    }

    /** As published: with the ceiling and the weights of its round. */
    static Work of(AdvertFacts advert, Set<UUID> refused, Set<UUID> known) {
        return new Work(
                advert.carePackage(),
                advert.ref().value(),
                advert.lot(),
                advert.locality(),
                advert.training(),
                advert.welsh(),
                advert.startEarliest(),
                advert.startLatest(),
                advert.rateCeiling(),
                advert.weights(),
                advert.lines().stream().map(AskedCall::of).toList(),
                refused,
                known);
    }

    /** User minutes a week. */
    public int weekly() {
        int sum = 0;
        for (AskedCall call : calls) sum += call.weekly();
        return sum;
    }

    public boolean twoWorkers() {
        for (AskedCall call : calls) if (call.workers() > 1) return true;
        return false;
    }

    public boolean timeCritical() {
        for (AskedCall call : calls) if (call.timeCritical()) return true;
        return false;
    }

    /** The same, if care might start as late as this. */
    public Work startingBy(LocalDate latest) {
        return new Work(
                carePackage,
                ref,
                lot,
                locality,
                training,
                welsh,
                startFrom,
                latest,
                ceiling,
                weights,
                calls,
                refused,
                known);
    }

    /** The same, if this could be paid. */
    public Work payingUpTo(Money most) {
        return new Work(
                carePackage,
                ref,
                lot,
                locality,
                training,
                welsh,
                startFrom,
                startLatest,
                most,
                weights,
                calls,
                refused,
                known);
    }

    /** The same with one call otherwise. */
    public Work with(AskedCall changed) {
        return calling(calls.stream()
                .map(call -> call.id().equals(changed.id()) ? changed : call)
                .toList());
    }

    /** The same, judged by other weights. */
    public Work weighing(Weights others) {
        return new Work(
                carePackage,
                ref,
                lot,
                locality,
                training,
                welsh,
                startFrom,
                startLatest,
                ceiling,
                others,
                calls,
                refused,
                known);
    }

    /** The same without one of its calls. */
    public Work without(AskedCall call) {
        return calling(calls.stream().filter(one -> !one.id().equals(call.id())).toList());
    }

    /** The same with these calls. */
    public Work calling(List<AskedCall> others) {
        return new Work(
                carePackage,
                ref,
                lot,
                locality,
                training,
                welsh,
                startFrom,
                startLatest,
                ceiling,
                weights,
                others,
                refused,
                known);
    }

    /** The same, if nobody had to be trained for this. */
    public Work withoutTraining(Training need) {
        Set<Training> rest = new TreeSet<>(training);
        rest.remove(need);
        return new Work(
                carePackage,
                ref,
                lot,
                locality,
                rest,
                welsh,
                startFrom,
                startLatest,
                ceiling,
                weights,
                calls,
                refused,
                known);
    }
}
