package cymru.pontio.bridging;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What was given on a day, as typed. */
record ActualForm(
        @RealDate(required = true, message = "{bridging.actuals.day.wrong}")
        DateParts day,

        @Pattern(regexp = Typed.MINUTES, message = "{bridging.actuals.user.wrong}")
        String user,

        @Pattern(regexp = Typed.MINUTES, message = "{bridging.actuals.carer.wrong}")
        String carer,

        @Pattern(regexp = Typed.MINUTES + "|\\s*", message = "{bridging.actuals.displaced.wrong}")
        String displaced) {
    /** Two workers at most, round the clock. */
    private static final int LONGEST = 2 * 24 * 60;

    ActualForm(@Nullable DateParts day, @Nullable String user, @Nullable String carer, @Nullable String displaced) {
        this.day = day == null ? DateParts.blank() : day;
        this.user = user == null ? "" : user;
        this.carer = carer == null ? "" : carer;
        this.displaced = displaced == null ? "" : displaced;
    }

    static ActualForm blankFor(LocalDate day) {
        return new ActualForm(DateParts.of(day), "", "", "");
    }

    static ActualForm of(LocalDate day, BridgedDays.Given given) {
        return new ActualForm(
                DateParts.of(day), "" + given.userMinutes(), "" + given.carerMinutes(), "" + given.displacedMinutes());
    }

    /** The day against the cover, and the figures against one another. */
    void check(Errors errors, EpisodeView episode, LocalDate today) {
        LocalDate typed = day.orNull();
        if (typed != null && typed.isAfter(today)) errors.rejectValue("day", "bridging.actuals.day.future");
        if (typed != null && (before(typed, episode.startedOn()) || before(episode.endedOn(), typed)))
            errors.rejectValue("day", "bridging.actuals.day.outside");
        if (errors.hasErrors()) return;
        BridgedDays.Given given = given();
        if (given.userMinutes() > LONGEST / 2) errors.rejectValue("user", "bridging.actuals.user.wrong");
        if (given.carerMinutes() > LONGEST) errors.rejectValue("carer", "bridging.actuals.carer.wrong");
        if (given.carerMinutes() < given.userMinutes()) errors.rejectValue("carer", "bridging.actuals.carer.less");
        if (given.displacedMinutes() > given.carerMinutes())
            errors.rejectValue("displaced", "bridging.actuals.displaced.more");
    }

    BridgedDays.Given given() {
        return new BridgedDays.Given(Typed.minutes(user), Typed.minutes(carer), Typed.minutes(displaced));
    }

    private static boolean before(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isBefore(other);
    }
}
