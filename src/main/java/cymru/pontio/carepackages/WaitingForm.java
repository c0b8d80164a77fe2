package cymru.pontio.carepackages;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.AsKnown;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.OneOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What is asked of the waiting list, as it stands in the address: {@code on=2024-03-03}.
 *
 * @param known what had been recorded by the end of that day, or by another day or moment; nothing for what is known now
 */
record WaitingForm(String on, String known, String area, String status) {
    static final String THAT_DAY = "that-day";
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})[/. ](\\d{1,2})[/. ](\\d{4})");

    WaitingForm(@Nullable String on, @Nullable String known, @Nullable String area, @Nullable String status) {
        this.on = Typed.text(on);
        this.known = Typed.text(known);
        this.area = Typed.text(area);
        this.status = OneOf.of(Typed.text(status), WaitingStatus.values());
    }

    void check(Errors errors, Instant now) {
        if (!known.isEmpty() && !known.equals(THAT_DAY)) {
            Optional<AsKnown> then = AsKnown.of(known);
            if (then.isEmpty()) errors.rejectValue("known", "carepackages.waiting.known.wrong");
            else if (then.get().isLaterThan(now)) errors.rejectValue("known", "carepackages.waiting.on.future");
        }
        if (on.isEmpty()) return;
        Optional<LocalDate> day = day();
        if (day.isEmpty()) errors.rejectValue("on", "carepackages.waiting.on.wrong");
        else if (day.get().isAfter(Zone.dayOf(now))) errors.rejectValue("on", "carepackages.waiting.on.future");
    }

    WaitingList.Question question(LocalDate today) {
        return new WaitingList.Question(day().orElse(today), knownAt(today), area, status);
    }

    private @Nullable Instant knownAt(LocalDate today) {
        String then = known.equals(THAT_DAY) ? day().orElse(today).toString() : known;
        return AsKnown.of(then).map(AsKnown::at).orElse(null);
    }

    /** Only after {@link #check}. */
    public Optional<AsKnown> earlier() {
        return AsKnown.of(known);
    }

    private Optional<LocalDate> day() {
        Matcher iso = ISO.matcher(on);
        if (iso.matches()) return new DateParts(iso.group(3), iso.group(2), iso.group(1)).date();
        Matcher british = BRITISH.matcher(on);
        if (british.matches()) return new DateParts(british.group(1), british.group(2), british.group(3)).date();
        return Optional.empty();
    }
}
