package cymru.pontio.providers.capacity;

import cymru.pontio.providers.ProviderView;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Two figures as typed: user hours a week with one worker and with two, in one patch and part of the day.
 *
 * @param part as the page was given it
 */
record HoursRow(String patch, String part, String one, String two) {
    static final Comparator<HoursRow> ORDER =
            Comparator.comparing(HoursRow::patch).thenComparing(HoursRow::part);

    /** Up to three figures before the point, and quarters after it; nothing typed is nothing to spare. */
    private static final String QUARTERS = "|\\d{1,3}([.,](0|00|25|5|50|75))?";

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    HoursRow(@Nullable String patch, @Nullable String part, @Nullable String one, @Nullable String two) {
        this.patch = patch == null ? "" : patch;
        this.part = part == null ? "" : part;
        this.one = one == null ? "" : one.strip();
        this.two = two == null ? "" : two.strip();
    }

    HoursRow filled(Map<Slot, Integer> left) {
        return new HoursRow(patch, part, text(left.getOrDefault(slot(1), 0)), text(left.getOrDefault(slot(2), 0)));
    }

    void check(String at, ProviderView provider, CapacityForm.Words words, Errors errors) {
        Object[] where = {words.place(patch), words.part(PartOfDay.valueOf(part))};
        if (!one.matches(QUARTERS)) errors.rejectValue(at + "one", "capacity.form.one.quarter", where, null);
        if (!two.matches(QUARTERS)) errors.rejectValue(at + "two", "capacity.form.two.quarter", where, null);
        else if (minutes(two) > 0 && !provider.doubleHanded())
            errors.rejectValue(at + "two", "capacity.form.two.never", where, null);
    }

    void addTo(Map<Slot, Integer> hours) {
        hours.put(slot(1), minutes(one));
        hours.put(slot(2), minutes(two));
    }

    public Slot slot(int workers) {
        return new Slot(patch, PartOfDay.valueOf(part), workers);
    }

    private static int minutes(String typed) {
        if (typed.isEmpty()) return 0;
        return new BigDecimal(typed.replace(',', '.')).multiply(MINUTES).intValueExact();
    }

    /** 450 minutes are 7.5; nothing is left blank, because a phone types into a blank field faster. */
    private static String text(int minutes) {
        if (minutes == 0) return "";
        return BigDecimal.valueOf(minutes).divide(MINUTES).stripTrailingZeros().toPlainString();
    }
}
