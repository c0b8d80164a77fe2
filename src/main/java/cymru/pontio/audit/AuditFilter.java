package cymru.pontio.audit;

import cymru.pontio.kernel.Zone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What the auditor looks for, as typed.
 *
 * @param subject a whole reference
 * @param what an action or a page, as its code
 * @param who part of a name or user name, or the key of an account
 * @param from a day or a minute; the whole of it counts, as it does of {@code to}
 * @param before show what is older than this row
 * @param after show what is newer than this row
 */
record AuditFilter(String subject, String what, String who, String from, String to, String before, String after) {
    AuditFilter(
            @Nullable String subject,
            @Nullable String what,
            @Nullable String who,
            @Nullable String from,
            @Nullable String to,
            @Nullable String before,
            @Nullable String after) {
        this.subject = reference(subject);
        this.what = text(what);
        this.who = text(who);
        this.from = text(from);
        this.to = text(to);
        this.before = text(before);
        this.after = text(after);
    }

    static AuditFilter everything() {
        return new AuditFilter(null, null, null, null, null, null, null);
    }

    /** Says of each moment whether it is one. */
    void check(Errors errors) {
        if (!from.isEmpty() && begin().isEmpty()) errors.rejectValue("from", "audit.filter.from.wrong");
        if (!to.isEmpty() && end().isEmpty()) errors.rejectValue("to", "audit.filter.to.wrong");
    }

    Optional<Instant> begin() {
        return moment(from, 0, 0);
    }

    /** The first moment that is too late. */
    Optional<Instant> end() {
        return moment(to, 1, 1);
    }

    /** Nothing, if it is no number: the list then begins at its beginning. */
    @Nullable
    Long olderThan() {
        return number(before);
    }

    @Nullable
    Long newerThan() {
        return number(after);
    }

    private static @Nullable Long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    private static Optional<Instant> moment(String typed, int days, int minutes) {
        try {
            if (typed.length() == 10)
                return Optional.of(Zone.startOf(LocalDate.parse(typed).plusDays(days)));
            return Optional.of(LocalDateTime.parse(typed)
                    .plusMinutes(minutes)
                    .atZone(Zone.LONDON)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String reference(@Nullable String typed) {
        String text = text(typed);
        return text.matches("(?i)[a-z]{3}-[0-9a-z]{4}-[0-9a-z]") ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
