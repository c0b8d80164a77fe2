package cymru.pontio.visits;

import cymru.pontio.site.OneOf;
import cymru.pontio.site.WrongFilter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which visits a list shows. Made from a query string.
 *
 * @param carePackage reference, or empty for all
 * @param versions superseded ones too
 * @param after where the page before ended
 */
public record VisitFilter(
        String carePackage,
        LocalDate from,
        LocalDate to,
        @Nullable VisitStatus status,
        boolean versions,
        @Nullable Key after) {

    /** A place in the order of the list. */
    public record Key(LocalDate date, long id) {}

    /** The parts of the query string, as typed; package is a word of Java and so comes by itself. */
    record Typed(
            @Nullable String carePackage,
            @Nullable String from,
            @Nullable String to,
            @Nullable String status,
            @Nullable String versions,
            @Nullable String after) {

        Typed of(@Nullable String carePackage) {
            return new Typed(carePackage, from, to, status, versions, after);
        }

        /** @param from the first day, if none is said; of an earlier last day as many days before that */
        VisitFilter filter(LocalDate from, LocalDate today) {
            String only = OneOf.of(status, VisitStatus.values());
            LocalDate last = date(to).orElse(today);
            VisitFilter filter = new VisitFilter(
                    carePackage == null ? "" : carePackage.strip().toUpperCase(Locale.ROOT),
                    date(this.from)
                            .orElse(last.isBefore(from) ? last.minusDays(ChronoUnit.DAYS.between(from, today)) : from),
                    last,
                    only.isEmpty() ? null : VisitStatus.valueOf(only),
                    !OneOf.of(versions, List.of("on")).isEmpty(),
                    key(after));
            Errors errors = new BeanPropertyBindingResult(filter, "filter");
            if (wrong(this.from) || wrong(to)) errors.reject("visits.filter.day");
            else filter.check(errors);
            WrongFilter.mustBeNone(errors);
            return filter;
        }

        private static boolean wrong(@Nullable String typed) {
            return typed != null && !typed.isBlank() && date(typed).isEmpty();
        }

        private static Optional<LocalDate> date(@Nullable String typed) {
            try {
                return Optional.ofNullable(typed)
                        .map(text -> LocalDate.parse(text.strip()))
                        .filter(date -> date.getYear() >= 1900 && date.getYear() <= 2199);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private static @Nullable Key key(@Nullable String typed) {
            if (typed == null || !typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{1,18}")) return null;
            return date(typed.substring(0, 10))
                    .map(date -> new Key(date, Long.parseLong(typed.substring(11))))
                    .orElse(null);
        }
    }

    void check(Errors errors) {
        if (from.isAfter(to)) errors.reject("visits.filter.order");
    }

    /** The same filter as a query string, for links to the next page and to the file. */
    public String query(@Nullable String next) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        if (!carePackage.isEmpty()) query.queryParam("package", carePackage);
        query.queryParam("from", from).queryParam("to", to);
        if (status != null) query.queryParam("status", status);
        if (versions) query.queryParam("versions", "on");
        if (next != null) query.queryParam("after", next);
        return query.encode().build().toUriString();
    }
}
