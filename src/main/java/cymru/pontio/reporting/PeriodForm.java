package cymru.pontio.reporting;

import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The filter of a report as it stands in the query string. Nothing chosen means the last two years, all areas, all providers.
 *
 * @param known the day at whose end, or the moment at which, it was known so; nothing for what is known now. Only measures ask
 *     for it.
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

    PeriodForm known(String day) {
        return new PeriodForm(from, to, by, split, area, provider, day);
    }

    /** The day at whose end it was known so; none for a moment, or for what is known now. Only after {@link #check}. */
    public @Nullable LocalDate knownOn() {
        return known.isEmpty() || moment() ? null : LocalDate.parse(known);
    }

    /** When it was known so; none for what is known now. Only after {@link #check}. */
    public @Nullable Instant knownAt() {
        LocalDate day = knownOn();
        if (day != null) return Zone.startOf(day.plusDays(1)).minusNanos(1000);
        return known.isEmpty() ? null : Instant.parse(known);
    }

    private boolean moment() {
        return known.endsWith("Z");
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
     * @param latest the last month of which there can be figures
     * @param now nobody knows anything later
     */
    void check(Errors errors, YearMonth latest, Instant now) {
        var first = Months.parse(from);
        var last = Months.parse(to);
        if (first.isEmpty()) errors.rejectValue("from", "reporting.form.month.wrong");
        if (last.isEmpty()) errors.rejectValue("to", "reporting.form.month.wrong");
        checkKnown(errors, now);
        if (first.isEmpty() || last.isEmpty()) return;
        if (last.get().isBefore(first.get())) errors.rejectValue("to", "reporting.form.to.early");
        else if (new Months(first.get(), last.get()).count() > LONGEST)
            errors.rejectValue("to", "reporting.form.to.far");
        else if (last.get().isAfter(latest)) errors.rejectValue("to", "reporting.form.to.future");
    }

    private void checkKnown(Errors errors, Instant now) {
        if (known.isEmpty()) return;
        try {
            LocalDate day = moment() ? null : LocalDate.parse(known);
            if (day == null ? Instant.parse(known).isAfter(now) : day.isAfter(Zone.dayOf(now)))
                errors.rejectValue("known", "reporting.form.known.future");
        } catch (DateTimeException e) {
            errors.rejectValue("known", "reporting.form.known.wrong");
        }
    }

    /** Only after {@link #check}. */
    public Months months() {
        return new Months(Months.parse(from).orElseThrow(), Months.parse(to).orElseThrow());
    }

    @Nullable
    String areaOrAll() {
        return area.isBlank() ? null : area;
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
