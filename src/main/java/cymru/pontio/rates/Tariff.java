package cymru.pontio.rates;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * All that a price depends on, for some span of days: the one object that prices visits.
 *
 * @param levelOn which level of the pledge a provider holds on a day
 */
public record Tariff(
        List<CardEntry> card,
        Set<LocalDate> bankHolidays,
        List<Supplement> supplements,
        BiFunction<UUID, LocalDate, Optional<String>> levelOn) {

    /** What a level of the pledge adds to each worker's hour. */
    public record Supplement(String level, Money amount, DateRange valid, String source) {}

    /** Lines with the same key are one line: the same reasons, so the same rate. */
    private record Key(
            CardEntry entry, DayClass dayClass, @Nullable Supplement supplement) {}

    private record Run(int visits, LocalDate first, LocalDate last) {
        Run more(LocalDate day) {
            return new Run(visits + 1, first, day);
        }
    }

    /** Every visit of the call on the days asked about, day by day, gathered into lines in order of their first day. */
    public Price price(CallToPrice call, DateRange period) {
        LocalDate until = period.until();
        if (until == null) throw new IllegalArgumentException("a price is for a period with an end");
        Map<Key, Run> runs = new LinkedHashMap<>();
        List<LocalDate> gaps = new ArrayList<>();
        for (LocalDate day = period.from(); day.isBefore(until); day = day.plusDays(1)) {
            if (!call.falls(day)) continue;
            LocalDate on = day;
            DayClass dayClass = dayClass(day);
            entry(call, day)
                    .ifPresentOrElse(
                            entry -> runs.merge(
                                    new Key(entry, dayClass, supplement(call.provider(), on)),
                                    new Run(1, on, on),
                                    (run, one) -> run.more(on)),
                            () -> gaps.add(on));
        }
        return new Price(
                runs.entrySet().stream()
                        .map(one -> line(call, one.getKey(), one.getValue()))
                        .toList(),
                gaps);
    }

    /** The entry that prices such a visit on the day: an adjustment before what it adjusts. */
    public Optional<CardEntry> entry(CallToPrice call, LocalDate day) {
        DayClass dayClass = dayClass(day);
        return card.stream()
                .filter(entry -> entry.prices(call, dayClass, day))
                .max(Comparator.comparingInt(CardEntry::layer));
    }

    public DayClass dayClass(LocalDate day) {
        if (bankHolidays.contains(day)) return DayClass.BANK_HOLIDAY;
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY
                ? DayClass.SATURDAY
                : weekday == DayOfWeek.SUNDAY ? DayClass.SUNDAY : DayClass.WEEKDAY;
    }

    private @Nullable Supplement supplement(@Nullable UUID provider, LocalDate day) {
        if (provider == null) return null;
        return levelOn.apply(provider, day)
                .flatMap(level -> supplements.stream()
                        .filter(one -> one.level().equals(level) && one.valid().contains(day))
                        .findFirst())
                .orElse(null);
    }

    private static Price.Line line(CallToPrice call, Key key, Run run) {
        Supplement supplement = key.supplement;
        return new Price.Line(
                key.entry,
                key.dayClass,
                supplement == null ? null : supplement.level(),
                supplement == null ? null : supplement.amount(),
                run.visits,
                call.minutes(),
                call.workers(),
                run.first,
                run.last);
    }
}
