package cymru.pontio.rates;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A change of rates as typed. Which fields are asked depends on the kind. */
record ChangeForm(
        String service,
        String zone,
        String minutesFrom,
        String minutesTo,
        String days,
        String workers,
        String level,
        String nation,
        String locality,
        String floor,

        String rate,

        String ceiling,

        @RealDate(required = true, message = "{rates.form.from.date}")
        DateParts from,

        @RealDate(message = "{rates.form.until.date}") DateParts until,

        @Size(max = 200, message = "{rates.form.source.long}")
        String source,

        @NotBlank(message = "{rates.form.reason.missing}") @Size(max = 2000, message = "{rates.form.reason.long}")
        String reason) {
    static final String POUNDS = "£?\\d{1,4}(\\.\\d{1,2})?";
    private static final int LONGEST = 720;
    private static final int FURTHEST_YEARS = 5;

    ChangeForm(
            @Nullable String service,
            @Nullable String zone,
            @Nullable String minutesFrom,
            @Nullable String minutesTo,
            @Nullable String days,
            @Nullable String workers,
            @Nullable String level,
            @Nullable String nation,
            @Nullable String locality,
            @Nullable String floor,
            @Nullable String rate,
            @Nullable String ceiling,
            @Nullable DateParts from,
            @Nullable DateParts until,
            @Nullable String source,
            @Nullable String reason) {
        this.service = text(service);
        this.zone = text(zone);
        this.minutesFrom = text(minutesFrom);
        this.minutesTo = text(minutesTo);
        this.days = text(days);
        this.workers = text(workers);
        this.level = text(level);
        this.nation = text(nation);
        this.locality = text(locality);
        this.floor = text(floor);
        this.rate = text(rate);
        this.ceiling = text(ceiling);
        this.from = from == null ? DateParts.blank() : from;
        this.until = until == null ? DateParts.blank() : until;
        this.source = text(source);
        this.reason = text(reason);
    }

    static ChangeForm blank() {
        return new ChangeForm(
                null, "ALL", "1", "720", null, "ANY", null, null, "ALL", null, null, null, null, null, null, null);
    }

    /** What depends on the kind of change, beside what each field knows by itself. */
    void check(ChangeKind kind, Set<String> localities, LocalDate today, Errors errors) {
        if (kind.ofCard()) checkBox(errors);
        if (kind == ChangeKind.ENVELOPE) checkBounds(errors);
        if (kind == ChangeKind.PLEDGE && !level.matches("BRONZE|SILVER|GOLD"))
            errors.rejectValue("level", "rates.form.level.missing");
        if (kind == ChangeKind.MINIMUM && !nation.matches("WALES|ENGLAND"))
            errors.rejectValue("nation", "rates.form.nation.missing");
        boolean everywhere = locality.equals("ALL") && kind != ChangeKind.ZONE;
        if (kind.placed() && !everywhere && !localities.contains(locality))
            errors.rejectValue("locality", "rates.form.locality.missing");
        if (kind == ChangeKind.ZONE && !is(PriceZone.class, zone)) errors.rejectValue("zone", "rates.form.zone.one");
        if (kind == ChangeKind.FLAT && !is(FlatService.class, service))
            errors.rejectValue("service", "rates.form.service.missing");
        if (kind.priced() && (!rate.matches(POUNDS) || pounds(rate).signum() == 0))
            errors.rejectValue("rate", "rates.form.rate.number");
        if (kind.sourced() && source.isEmpty()) errors.rejectValue("source", "rates.form.source.missing");
        checkDays(kind, today, errors);
    }

    private void checkBox(Errors errors) {
        if (!is(CareService.class, service)) errors.rejectValue("service", "rates.form.service.missing");
        if (!zone.equals("ALL") && !is(PriceZone.class, zone)) errors.rejectValue("zone", "rates.form.zone.missing");
        if (!is(CardDays.class, days)) errors.rejectValue("days", "rates.form.days.missing");
        if (!workers.matches("ANY|1|2")) errors.rejectValue("workers", "rates.form.workers.missing");
        int shortest = minutes(minutesFrom);
        int longest = minutes(minutesTo);
        if (shortest < 1) errors.rejectValue("minutesFrom", "rates.form.minutesFrom.number");
        if (longest < 1) errors.rejectValue("minutesTo", "rates.form.minutesTo.number");
        if (shortest > 0 && longest > 0 && longest < shortest)
            errors.rejectValue("minutesTo", "rates.form.minutes.order");
    }

    private void checkBounds(Errors errors) {
        boolean low = floor.matches(POUNDS);
        boolean high = ceiling.matches(POUNDS);
        if (!low || pounds(floor).signum() == 0) errors.rejectValue("floor", "rates.form.floor.number");
        if (!high) errors.rejectValue("ceiling", "rates.form.ceiling.number");
        if (!low || !high || !rate.matches(POUNDS)) return;
        if (pounds(floor).compareTo(pounds(rate)) > 0) errors.rejectValue("floor", "rates.form.floor.above");
        if (pounds(rate).compareTo(pounds(ceiling)) > 0) errors.rejectValue("ceiling", "rates.form.ceiling.below");
    }

    private void checkDays(ChangeKind kind, LocalDate today, Errors errors) {
        LocalDate first = from.orNull();
        LocalDate last = until.orNull();
        if (kind.ends() && until.isBlank()) errors.rejectValue("until", "rates.form.until.missing");
        if (first == null) return;
        if (kind == ChangeKind.ADJUSTMENT) {
            if (first.isAfter(today)) errors.rejectValue("from", "rates.form.from.adjustment");
            if (last != null && last.isAfter(today)) errors.rejectValue("until", "rates.form.until.adjustment");
        } else if (first.isBefore(kind.soonest(today)))
            errors.rejectValue("from", kind == ChangeKind.EXCEPTION ? "rates.form.from.gone" : "rates.form.from.past");
        else if (first.isAfter(today.plusYears(FURTHEST_YEARS))) errors.rejectValue("from", "rates.form.from.far");
        if (kind.ends() && last != null && last.isBefore(first)) errors.rejectValue("until", "rates.form.until.order");
    }

    /** Only after {@link #check} found nothing. */
    RateTerms terms(ChangeKind kind) {
        boolean card = kind.ofCard();
        LocalDate last = until.orNull();
        return new RateTerms(
                from.date().orElseThrow(),
                kind.ends() && last != null ? last.plusDays(1) : null,
                card ? CareService.valueOf(service) : null,
                (card || kind == ChangeKind.ZONE) && !zone.equals("ALL") ? PriceZone.valueOf(zone) : null,
                card ? minutes(minutesFrom) : null,
                card ? minutes(minutesTo) : null,
                card ? CardDays.valueOf(days) : null,
                card && !workers.equals("ANY") ? Integer.valueOf(workers) : null,
                kind == ChangeKind.PLEDGE ? level : null,
                kind == ChangeKind.MINIMUM ? nation : null,
                place(kind),
                kind == ChangeKind.FLAT ? FlatService.valueOf(service) : null,
                kind.priced() ? pounds(rate) : null,
                kind == ChangeKind.ENVELOPE ? pounds(floor) : null,
                kind == ChangeKind.ENVELOPE ? pounds(ceiling) : null,
                source.isEmpty() ? null : source);
    }

    @Nullable
    String place(ChangeKind kind) {
        return kind.placed() && !locality.equals("ALL") ? locality : null;
    }

    private static BigDecimal pounds(String typed) {
        return new BigDecimal(typed.replace("£", ""));
    }

    /** 0 for what is no length of a visit. */
    private static int minutes(String typed) {
        if (!typed.matches("\\d{1,3}")) return 0;
        int minutes = Integer.parseInt(typed);
        return minutes > LONGEST ? 0 : minutes;
    }

    private static <E extends Enum<E>> boolean is(Class<E> type, String typed) {
        for (E one : type.getEnumConstants()) if (one.name().equals(typed)) return true;
        return false;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
