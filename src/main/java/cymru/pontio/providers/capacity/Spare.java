package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.capacity.Question.Because;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a provider has to spare now.
 *
 * @param declared the declaration that stands; none before the first
 * @param left user minutes a week, below nothing where more was taken on and confirmed
 * @param changes how often something was declared or taken so far
 */
record Spare(@Nullable Declared declared, Map<Slot, Integer> left, long changes, LocalDate today) {
    private static final int QUARTER = 15;

    record Declared(UUID id, Instant at, String by, LocalDate validUntil) {
        public LocalDate on() {
            return Zone.dayOf(at);
        }

        /** The last day on which it counts in full. */
        public LocalDate freshUntil() {
            return Freshness.lastDay(on(), validUntil);
        }
    }

    public Freshness freshness() {
        return declared == null ? Freshness.NONE : Freshness.of(declared.on(), declared.validUntil(), today);
    }

    public int left(Slot slot) {
        return left.getOrDefault(slot, 0);
    }

    /** What “the same as last time” declares: what is left, in whole quarters, and never less than nothing. */
    Map<Slot, Integer> again() {
        return left.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> Math.max(0, one.getValue() / QUARTER * QUARTER)));
    }

    Question question(Map<Slot, Integer> needs) {
        List<Question.Line> lines = needs.entrySet().stream()
                .filter(need -> need.getValue() > 0)
                .map(need -> new Question.Line(need.getKey(), left(need.getKey()), need.getValue()))
                .sorted((a, b) -> a.slot().compareTo(b.slot()))
                .toList();
        Because because = because(lines);
        return new Question(because, lines, changes + "-" + because);
    }

    private Because because(List<Question.Line> lines) {
        if (declared == null) return Because.NOTHING_DECLARED;
        if (today.isAfter(declared.validUntil())) return Because.OUT_OF_DATE;
        return lines.stream().anyMatch(Question.Line::tooLittle) ? Because.MORE_THAN_DECLARED : Because.ENOUGH;
    }

    /** How much of the work fits into what is left, in user minutes a week, before freshness is weighed. */
    int fitting(Map<Slot, Integer> needs) {
        return needs.entrySet().stream()
                .mapToInt(need -> Math.min(Math.max(0, left(need.getKey())), need.getValue()))
                .sum();
    }

    public int sum(int workers) {
        return left.entrySet().stream()
                .filter(one -> one.getKey().workers() == workers)
                .mapToInt(one -> Math.max(0, Objects.requireNonNull(one.getValue())))
                .sum();
    }
}
