package cymru.pontio.visits.flexible;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about the flexible hours of a package and what was entered since: which block a day is in, and what is left in
 * it.
 *
 * @param agreements latest first
 * @param entries latest block first
 */
record Ledger(List<BankTable.Agreement> agreements, List<BankTable.Entry> entries) {
    Ledger {
        agreements = List.copyOf(agreements);
        entries = List.copyOf(entries);
    }

    /** The agreement of that day; none where nobody has said anything, which is the same as not flexible. */
    Optional<BankTable.Agreement> on(LocalDate day) {
        return agreements.stream().filter(one -> !one.from().isAfter(day)).findFirst();
    }

    boolean agreedFrom(LocalDate day) {
        return agreements.stream().anyMatch(one -> one.from().equals(day));
    }

    /** The block in which minutes of that day can be moved; none where nothing is flexible on it. */
    @Nullable
    Block blockOf(LocalDate day) {
        return Block.of(agreements, day);
    }

    /** First day from which something else can be agreed: after the last one of which something was entered. */
    LocalDate free(LocalDate today) {
        return Stream.concat(
                        Stream.of(today),
                        entries.stream().map(entry -> entry.day().plusDays(1)))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    int saved(Block block) {
        return of(block)
                .filter(one -> one.kind() == EntryKind.SAVED)
                .mapToInt(BankTable.Entry::minutes)
                .sum();
    }

    int left(Block block) {
        return leftAfter(block, block.last());
    }

    /** What a bank may still give on that day: the least that is left on it or later; a week is one budget. */
    int leftOn(Block block, LocalDate day) {
        if (on(day).filter(one -> one.mode() == Flexibility.WEEK).isPresent()) return left(block);
        return Stream.concat(Stream.of(day), entries.stream().map(BankTable.Entry::day))
                .filter(one -> !one.isBefore(day) && one.isBefore(block.until()))
                .mapToInt(one -> leftAfter(block, one))
                .min()
                .orElseThrow();
    }

    private int leftAfter(Block block, LocalDate day) {
        return of(block)
                .filter(one -> !one.day().isAfter(day))
                .mapToInt(one -> one.kind() == EntryKind.SAVED ? one.minutes() : -one.minutes())
                .sum();
    }

    private Stream<BankTable.Entry> of(Block block) {
        return entries.stream().filter(one -> one.blockFrom().equals(block.from()));
    }
}
