package cymru.pontio.bridging;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a review found, as typed. */
record ReviewForm(
        String outcome,

        @RealDate(required = true, message = "{bridging.review.expectedEnd.wrong}")
        DateParts expectedEnd) {
    ReviewForm(@Nullable String outcome, @Nullable DateParts expectedEnd) {
        this.outcome = outcome == null ? "" : outcome;
        this.expectedEnd = expectedEnd == null ? DateParts.blank() : expectedEnd;
    }

    static ReviewForm of(EpisodeView episode) {
        return new ReviewForm("", DateParts.of(episode.expectedEnd()));
    }

    void check(Errors errors, LocalDate today) {
        if (!Typed.isOneOf(ReviewOutcome.values(), outcome))
            errors.rejectValue("outcome", "bridging.review.outcome.missing");
        LocalDate day = expectedEnd.orNull();
        if (day != null && (day.isBefore(today) || day.isAfter(today.plusYears(1))))
            errors.rejectValue("expectedEnd", "bridging.review.expectedEnd.range");
    }
}
