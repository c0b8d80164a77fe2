package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Personal care for four people at most at any one time without registration (SI 2017/1264, regulation 3). Counted are
 * different people on a day: somebody with two arrangements is one person, and a last day is a day of care.
 */
final class FourPeople {
    static final int MOST = 4;

    private FourPeople() {}

    /** Personal care of one person on these days. */
    record Spell(UUID person, DateRange days) {}

    /** Days with the same number of people. */
    record Span(LocalDate from, @Nullable LocalDate until, int people) {
        public @Nullable LocalDate lastDay() {
            return until == null ? null : until.minusDays(1);
        }
    }

    /** The fifth was refused; the sentence says on which days there would have been five. */
    static final class Exceeded extends RuleBroken {
        Exceeded(Span over) {
            super("microenterprises.error.five" + span(over), args(over));
        }

        private static String span(Span over) {
            if (over.lastDay() == null) return ".open";
            return over.from().equals(over.lastDay()) ? ".day" : "";
        }

        private static Object[] args(Span over) {
            return over.lastDay() == null ? new Object[] {over.from()} : new Object[] {over.from(), over.lastDay()};
        }
    }

    static int on(LocalDate day, Collection<Spell> spells) {
        return (int) spells.stream()
                .filter(spell -> spell.days().contains(day))
                .map(Spell::person)
                .distinct()
                .count();
    }

    /** How many people from this day on, change by change; the last span is open. */
    static List<Span> from(LocalDate day, Collection<Spell> spells) {
        TreeSet<LocalDate> changes = new TreeSet<>(List.of(day));
        for (Spell spell : spells) {
            LocalDate until = spell.days().until();
            if (spell.days().from().isAfter(day)) changes.add(spell.days().from());
            if (until != null && until.isAfter(day)) changes.add(until);
        }
        List<Span> spans = new ArrayList<>();
        for (LocalDate change : changes) add(spans, change, on(change, spells));
        return spans;
    }

    /** The first days on which there would be more than four. */
    static Optional<Span> over(Collection<Spell> spells) {
        Optional<LocalDate> first =
                spells.stream().map(spell -> spell.days().from()).min(LocalDate::compareTo);
        if (first.isEmpty()) return Optional.empty();
        @Nullable LocalDate from = null;
        int most = 0;
        for (Span span : from(first.get(), spells)) {
            if (span.people() > MOST && from == null) from = span.from();
            if (span.people() > MOST) most = Math.max(most, span.people());
            if (span.people() <= MOST && from != null) return Optional.of(new Span(from, span.from(), most));
        }
        return from == null ? Optional.empty() : Optional.of(new Span(from, null, most));
    }

    static void mustHold(Collection<Spell> spells) {
        over(spells).ifPresent(over -> {
            throw new Exceeded(over);
        });
    }

    private static void add(List<Span> spans, LocalDate change, int people) {
        if (!spans.isEmpty() && spans.getLast().people() == people) return;
        if (!spans.isEmpty()) {
            Span last = spans.removeLast();
            spans.add(new Span(last.from(), change, last.people()));
        }
        spans.add(new Span(change, null, people));
    }
}
