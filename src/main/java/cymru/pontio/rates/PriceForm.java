package cymru.pontio.rates;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A call to price, as it stands in the query string.
 *
 * @param provider reference of a provider; blank for the price without a pledge
 * @param span how long from the first day on
 */
record PriceForm(
        @Pattern(regexp = "SESSIONAL|WAKING_NIGHT|SITTING", message = "{rates.form.service.missing}")
        String service,

        @Pattern(regexp = "[a-z-]{1,40}", message = "{rates.form.locality.missing}")
        String locality,

        @NotEmpty(message = "{rates.price.days.missing}")
        List<@Pattern(regexp = "[1-7]", message = "{rates.price.days.missing}") String> days,

        @Pattern(regexp = "[1-9]\\d?|[1-6]\\d\\d|7[01]\\d|720", message = "{rates.form.minutes.number}")
        String minutes,

        @Pattern(regexp = "[12]", message = "{rates.form.workers.missing}")
        String workers,

        String provider,

        @RealDate(required = true, message = "{rates.form.from.date}")
        DateParts from,

        @Pattern(regexp = "DAY|WEEK|YEAR", message = "{rates.price.span.missing}")
        String span) {

    PriceForm(
            @Nullable String service,
            @Nullable String locality,
            @Nullable List<String> days,
            @Nullable String minutes,
            @Nullable String workers,
            @Nullable String provider,
            @Nullable DateParts from,
            @Nullable String span) {
        this.service = Objects.requireNonNullElse(service, "");
        this.locality = Objects.requireNonNullElse(locality, "");
        this.days = days == null
                ? List.of()
                : days.stream().filter(Objects::nonNull).distinct().sorted().toList();
        this.minutes = minutes == null ? "" : minutes.strip();
        this.workers = Objects.requireNonNullElse(workers, "");
        this.provider = provider == null ? "" : provider.strip();
        this.from = from == null ? DateParts.blank() : from;
        this.span = Objects.requireNonNullElse(span, "");
    }

    static PriceForm blank(LocalDate today) {
        List<String> all = List.of("1", "2", "3", "4", "5", "6", "7");
        return new PriceForm("SESSIONAL", "", all, "30", "1", "", DateParts.of(today), "WEEK");
    }

    /** The card and the calendar know so many days; nobody is shown a price for others. */
    void check(DateRange known, Errors errors) {
        LocalDate first = from.orNull();
        if (first != null
                && (!known.contains(first) || !known.contains(first.plusYears(1).minusDays(1))))
            errors.rejectValue("from", "rates.price.from.unknown");
    }

    DateRange period() {
        LocalDate first = from.date().orElseThrow();
        return new DateRange(
                first,
                switch (span) {
                    case "DAY" -> first.plusDays(1);
                    case "WEEK" -> first.plusDays(7);
                    default -> first.plusYears(1);
                });
    }

    String digits() {
        return String.join("", days);
    }

    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance()
                .queryParam("service", service)
                .queryParam("locality", locality)
                .queryParam("minutes", minutes)
                .queryParam("workers", workers)
                .queryParam("provider", provider)
                .queryParam("from.day", from.day())
                .queryParam("from.month", from.month())
                .queryParam("from.year", from.year())
                .queryParam("span", span);
        days.forEach(day -> query.queryParam("days", day));
        return query.encode().toUriString();
    }
}
