package cymru.pontio.matching;

import cymru.pontio.kernel.Money;
import cymru.pontio.providers.capacity.PartOfDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What single change of a package would bring further providers. Each is tried: the changed package is judged anew against
 * the whole market, and whoever may have it then and may not have it now is named.
 */
final class NearMisses {
    private static final int STEP = 30;

    private final Market market;
    private final Work work;
    private final List<Fit> fits;
    private final Set<UUID> now = new HashSet<>();

    private NearMisses(Market market, Work work) {
        this.market = market;
        this.work = work;
        this.fits = market.judge(work);
        fits.stream().filter(Fit::eligible).map(one -> one.supplier().id()).forEach(now::add);
    }

    /** Those that bring most first; none that brings nobody. */
    static List<NearMiss> of(Market market, Work work) {
        NearMisses misses = new NearMisses(market, work);
        List<NearMiss> found = new ArrayList<>();
        found.addAll(misses.growing(misses.starts()));
        found.addAll(misses.growing(misses.ceilings()));
        misses.others().map(misses::tried).filter(one -> one.count() > 0).forEach(found::add);
        found.sort(Comparator.comparingInt(NearMiss::count).reversed());
        return List.copyOf(found);
    }

    private NearMiss tried(Change change) {
        Work changed = change.applied(work);
        if (changed.calls().isEmpty()) return new NearMiss(change, List.of());
        List<Supplier> gained = market.eligible(changed).stream()
                .filter(one -> !now.contains(one.id()))
                .toList();
        return new NearMiss(change, gained);
    }

    /** Of changes that go further and further only those that bring somebody more than the one before. */
    private List<NearMiss> growing(Stream<Change> changes) {
        List<NearMiss> steps = new ArrayList<>();
        changes.map(this::tried)
                .filter(one ->
                        one.count() > (steps.isEmpty() ? 0 : steps.getLast().count()))
                .forEach(steps::add);
        return steps;
    }

    /** The days on which one more provider could start. */
    private Stream<Change> starts() {
        Set<LocalDate> days = new TreeSet<>();
        for (Fit fit : fits) {
            LocalDate first = fit.expectedStart();
            if (fit.breaks(Rule.START) && first != null) days.add(first);
        }
        return days.stream().map(Change.StartBy::new);
    }

    private Stream<Change> ceilings() {
        Set<Integer> rates = new TreeSet<>();
        for (Fit fit : fits) if (fit.breaks(Rule.ENVELOPE)) rates.add(fit.expectedPence());
        return rates.stream().map(pence -> new Change.Ceiling(new Money(BigDecimal.valueOf(pence, 2))));
    }

    private Stream<Change> others() {
        List<Change> changes = new ArrayList<>();
        for (AskedCall call : work.calls()) if (call.timeCritical()) wider(call, changes);
        if (work.twoWorkers()) changes.add(new Change.OneWorker());
        if (work.calls().stream()
                .anyMatch(call -> call.gender() != call.withAnyWorker().gender())) changes.add(new Change.AnyWorker());
        work.training().stream()
                .filter(need -> need != cymru.pontio.carepackages.Training.BSL)
                .sorted()
                .map(Change.Trained::new)
                .forEach(changes::add);
        work.calls().stream().map(Change.Without::new).forEach(changes::add);
        return changes.stream();
    }

    /** Until just into the next part of the day, and from just before the one it begins in. */
    private static void wider(AskedCall call, List<Change> changes) {
        PartOfDay[] parts = PartOfDay.values();
        PartOfDay first = call.parts().iterator().next();
        PartOfDay last = first;
        for (PartOfDay part : call.parts()) last = part;
        LocalTime from = call.from() == null ? first.from() : call.from();
        LocalTime until = call.until() == null ? end(last) : call.until();
        if (until == null) return;
        if (last.ordinal() + 1 < parts.length)
            changes.add(new Change.Window(call, from, parts[last.ordinal() + 1].from()));
        if (first.ordinal() > 0)
            changes.add(new Change.Window(call, first.from().minusMinutes(STEP), until));
    }

    private static @Nullable LocalTime end(PartOfDay part) {
        PartOfDay[] parts = PartOfDay.values();
        return part.ordinal() + 1 < parts.length
                ? parts[part.ordinal() + 1].from().minusMinutes(STEP)
                : null;
    }
}
