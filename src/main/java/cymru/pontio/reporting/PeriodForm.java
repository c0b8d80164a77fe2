package cymru.pontio.reporting;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.AsKnown;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The filter of a report as it stands in the query string. Nothing chosen means the last two years, all areas, all providers.
 *
 * @param known the day at whose end, or the moment at which, it was known so; nothing for what is known now
 */
record PeriodForm(String from, String to, String by, String split, String area, String provider, String known) {
    private static final int LONGEST = 120;

    PeriodForm(
            @Nullable String from,
            @Nullable String to,
            @Nullable String by,
            @Nullable String split,
            @Nullable String area,
            @Nullable String provider,
            @Nullable String known) {
        this.from = Objects.requireNonNullElse(from, "");
        this.to = Objects.requireNonNullElse(to, "");
        this.by = "week".equals(by) ? "week" : "month";
        this.split = split != null && (split.equals("area") || split.equals("provider")) ? split : "none";
        this.area = Objects.requireNonNullElse(area, "");
        this.provider = Objects.requireNonNullElse(provider, "");
        this.known = known == null ? "" : known.strip();
    }

    /** As it is known now. */
    PeriodForm(
            @Nullable String from,
            @Nullable String to,
            @Nullable String by,
            @Nullable String split,
            @Nullable String area,
            @Nullable String provider) {
        this(from, to, by, split, area, provider, null);
    }

    /** Of the whole county, whatever stands in the address. */
    PeriodForm everywhere() {
        return new PeriodForm(from, to, by, split, "", "", known);
    }

    /** Of that month, as a whole. */
    PeriodForm only(YearMonth month) {
        return new PeriodForm(month.toString(), month.toString(), "month", split, area, provider, known);
    }

    PeriodForm known(String day) {
        return new PeriodForm(from, to, by, split, area, provider, day);
    }

    /** The day at whose end it was known so; none for a moment, or for what is known now. Only after {@link #check}. */
    public @Nullable LocalDate knownOn() {
        return AsKnown.of(known).map(AsKnown::day).orElse(null);
    }

    /** When it was known so; none for what is known now. Only after {@link #check}. */
    public @Nullable Instant knownAt() {
        return AsKnown.of(known).map(AsKnown::at).orElse(null);
    }

    PeriodForm orLastTwoYears(Clock clock) {
        if (!from.isBlank() || !to.isBlank()) return this;
        Months months = Months.lastTwoYears(clock);
        return new PeriodForm(months.first().toString(), months.last().toString(), by, split, area, provider, known);
    }

    PeriodForm orLastMonth(Clock clock) {
        if (!from.isBlank() || !to.isBlank()) return this;
        String last = Months.lastTwoYears(clock).last().toString();
        return new PeriodForm(last, last, by, split, area, provider, known);
    }

    /**
     * @param whole whether months are compared: then the last must have been over when things were known so
     * @param now nobody knows anything later
     */
    void check(Errors errors, boolean whole, Instant now) {
        var first = Months.parse(from);
        var last = Months.parse(to);
        if (first.isEmpty()) errors.rejectValue("from", "reporting.form.from.wrong");
        if (last.isEmpty()) errors.rejectValue("to", "reporting.form.to.wrong");
        checkKnown(errors, now);
        if (first.isEmpty() || last.isEmpty()) return;
        if (last.get().isBefore(first.get())) errors.rejectValue("to", "reporting.form.to.early");
        else if (new Months(first.get(), last.get()).count() > LONGEST)
            errors.rejectValue("to", "reporting.form.to.far");
        else if (last.get().isAfter(latest(whole, now))) errors.rejectValue("to", "reporting.form.to.future");
        else if (last.get().isAfter(latest(whole, until(now)))) errors.rejectValue("to", "reporting.form.to.known");
    }

    private void checkKnown(Errors errors, Instant now) {
        if (known.isEmpty()) return;
        Optional<AsKnown> typed = AsKnown.of(known);
        if (typed.isEmpty()) errors.rejectValue("known", "reporting.form.known.wrong");
        else if (typed.get().isLaterThan(now)) errors.rejectValue("known", "reporting.form.known.future");
    }

    /** What happened later is not in it: now, or when things were known so. */
    Instant until(Instant now) {
        Instant then = knownAt();
        return then == null || then.isAfter(now) ? now : then;
    }

    private static YearMonth latest(boolean whole, Instant at) {
        return whole ? YearMonth.from(Zone.dayOf(at.plusMillis(1))).minusMonths(1) : YearMonth.from(Zone.dayOf(at));
    }

    /** Only after {@link #check}. */
    public Months months() {
        return new Months(Months.parse(from).orElseThrow(), Months.parse(to).orElseThrow());
    }

    /** The provider's id, or none for all; what is no id finds nobody. */
    java.util.@Nullable UUID providerOrAll() {
        if (provider.isBlank()) return null;
        try {
            return java.util.UUID.fromString(provider);
        } catch (IllegalArgumentException e) {
            throw new cymru.pontio.kernel.NotFound();
        }
    }

    public String query() {
        return org.springframework.web.util.UriComponentsBuilder.newInstance()
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .queryParam("by", "{by}")
                .queryParam("split", "{split}")
                .queryParam("area", "{area}")
                .queryParam("provider", "{provider}")
                .queryParam("known", "{known}")
                .encode()
                .buildAndExpand(from, to, by, split, area, provider, known)
                .toUriString();
    }
}
