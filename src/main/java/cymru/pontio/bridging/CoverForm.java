package cymru.pontio.bridging;

import cymru.pontio.carepackages.Cover;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Who looks after the person from when, as typed. */
record CoverForm(
        String cover,

        @RealDate(required = true, message = "{bridging.cover.day.wrong}")
        DateParts day,

        @Pattern(regexp = "\\s*([01]?\\d|2[0-3])[:.][0-5]\\d\\s*", message = "{bridging.cover.time.wrong}")
        String time) {
    /** What a team may say; bridging begins by acceptance and part by a provider's start. */
    static final Cover[] CHOICES = {Cover.NONE, Cover.FAMILY, Cover.HOSPITAL};

    /** As for any stay. */
    private static final Duration STAY_TOLD_WITHIN = Duration.ofDays(90);

    CoverForm(@Nullable String cover, @Nullable DateParts day, @Nullable String time) {
        this.cover = cover == null ? "" : cover;
        this.day = day == null ? DateParts.blank() : day;
        this.time = time == null ? "" : time;
    }

    static CoverForm at(Instant now) {
        LocalDateTime wall = Zone.wallTime(now);
        return new CoverForm(
                "", DateParts.of(wall.toLocalDate()), "%02d:%02d".formatted(wall.getHour(), wall.getMinute()));
    }

    boolean hospital() {
        return cover.equals(Cover.HOSPITAL.name());
    }

    /** @param last when the last change took effect */
    void check(Errors errors, Instant now, Optional<Instant> last) {
        if (!Typed.isOneOf(CHOICES, cover)) errors.rejectValue("cover", "bridging.cover.cover.missing");
        if (errors.hasFieldErrors("day") || errors.hasFieldErrors("time")) return;
        if (typed().isAfter(now)) errors.rejectValue("day", "bridging.cover.day.future");
        else if (hospital() && typed().isBefore(now.minus(STAY_TOLD_WITHIN)))
            errors.rejectValue("day", "bridging.cover.day.long");
        else if (last.filter(typed()::isBefore).isPresent() && !sameMinute(last.get()))
            errors.rejectValue("day", "bridging.cover.day.order");
    }

    /** The typed minute, or within it the last change, which must not come after it. */
    Instant effective(Optional<Instant> last) {
        return last.filter(this::sameMinute).filter(typed()::isBefore).orElseGet(this::typed);
    }

    private boolean sameMinute(Instant other) {
        return other.truncatedTo(java.time.temporal.ChronoUnit.MINUTES).equals(typed());
    }

    private Instant typed() {
        String[] parts = time.strip().split("[:.]");
        LocalTime clock = LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        return Objects.requireNonNull(day.orNull())
                .atTime(clock)
                .atZone(Zone.LONDON)
                .toInstant();
    }
}
