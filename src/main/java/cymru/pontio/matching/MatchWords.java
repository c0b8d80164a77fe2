package cymru.pontio.matching;

import cymru.pontio.carepackages.Training;
import cymru.pontio.kernel.Money;
import cymru.pontio.matching.Eligibility.Reason;
import cymru.pontio.site.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the findings of a match into the reader's language; a bean of its pages. */
record MatchWords(Formats formats, Match match) {

    public String reason(Cause cause) {
        Reason reason = cause.council();
        return formats.message(reason.messageKey(), reason.args().toArray());
    }

    /** All that a rule found, one sentence after another. */
    public String reasons(Verdict verdict) {
        return verdict.causes().stream().map(this::reason).collect(Collectors.joining(" "));
    }

    public String rule(Verdict verdict) {
        return formats.label(verdict.rule());
    }

    /** KEPT, BROKEN or UNKNOWN. */
    public String state(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Kept kept -> "KEPT";
            case Verdict.Broken broken -> "BROKEN";
            case Verdict.Unknown unknown -> "UNKNOWN";
        };
    }

    public String nearMiss(NearMiss one) {
        int count = one.count();
        return switch (one.change()) {
            case Change.StartBy change -> formats.message(one.key(), count, onDay(change.latest()));
            case Change.Window change ->
                formats.message(
                        one.key(),
                        count,
                        call(change.call()),
                        formats.time(change.from()),
                        formats.until(change.until(), change.call().band().nextDay(change.until())));
            case Change.OneWorker change -> formats.message(one.key(), count);
            case Change.AnyWorker change -> formats.message(one.key(), count);
            case Change.Trained change -> formats.message(one.key(), count, training(change.need()));
            case Change.Without change -> formats.message(one.key(), count, call(change.call()));
            case Change.Ceiling change -> formats.message(one.key(), count, formats.money(change.most()));
        };
    }

    public String names(NearMiss one) {
        return one.gained().stream().map(supplier -> supplier.provider().name()).collect(Collectors.joining(", "));
    }

    public String flip(Flip flip, Fit fit) {
        return switch (flip.criterion()) {
            case PRICE -> formats.message("matching.flip.PRICE", money(flip.value()), money(fit.expectedPence()));
            case START ->
                formats.message("matching.flip.START", onDay(match.on().plusDays(flip.value())), flip.value());
            case CAPACITY -> formats.message("matching.flip.CAPACITY", formats.hours(flip.value()));
            case QUALITY ->
                formats.message("matching.flip.QUALITY", hundredths(flip.value()), hundredths(fit.rating()));
            case WINDOWS, CONTINUITY, WELSH, RUN -> "";
        };
    }

    public String total(Fit fit) {
        return formats.points(fit.total());
    }

    public String lead() {
        return formats.points(BigDecimal.valueOf(match.lead(), 3));
    }

    /** Points of a criterion, and where they come from. */
    public String basis(Fit fit, Scored.Points points) {
        if (points.neutral()) return formats.message("matching.basis.MIDDLE");
        if (fit.assumes(points.criterion())) return formats.message("matching.basis.ASSUMED");
        return switch (points.criterion()) {
            case CAPACITY, RUN -> formats.message("matching.basis.minutes");
            default -> "";
        };
    }

    public String rate(Fit fit) {
        return fit.expectedPence() == 0 ? "" : money(fit.expectedPence());
    }

    /** Like “Lunch (Mon, Tue)”. */
    public String call(AskedCall call) {
        return formats.message("matching.call", formats.label(call.band()), formats.days(call.days()));
    }

    public List<Verdict> broken(Fit fit) {
        return fit.broken();
    }

    private String training(Training need) {
        return formats.label(need);
    }

    private String money(int pence) {
        return formats.money(new Money(BigDecimal.valueOf(pence, 2)));
    }

    private String hundredths(int value) {
        return formats.points(BigDecimal.valueOf(value, 2));
    }

    /** With the day of the week, as it is said after “on”: the Welsh formatter writes “Dydd Iau, ” for “ddydd Iau ”. */
    private String onDay(LocalDate day) {
        Date noon = Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
        return formats.message("matching.onDay", noon, day.getDayOfWeek().name());
    }
}
