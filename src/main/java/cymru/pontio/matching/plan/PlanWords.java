package cymru.pontio.matching.plan;

import cymru.pontio.matching.Eligibility.Reason;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what a plan found into the reader’s language; a bean of its pages. */
record PlanWords(Formats formats) {
    /** What exactly stands in the way. */
    public String obstacle(Way way) {
        if (way.causes().isEmpty()) return formats.label(way.rule());
        return way.causes().stream()
                .map(cause -> {
                    Reason reason = cause.council();
                    return formats.message(reason.messageKey(), reason.args().toArray());
                })
                .collect(Collectors.joining(" "));
    }

    /** Like “Morning, one worker: 3.5; Tea, one worker: 7”. */
    public String hours(Way way) {
        return parts(way.more());
    }

    public String parts(List<Way.Hours> hours) {
        return hours.stream()
                .map(one -> formats.message(
                        "plan.way.part", formats.label(one.part()), one.workers(), formats.hours(one.userMinutes())))
                .collect(Collectors.joining("; "));
    }

    public String said(Declined said, PlanRow row) {
        return formats.message(
                "refusals.said",
                said.times(),
                formats.either(row.areaEn(), row.areaCy()),
                formats.message("refusals.band." + said.band()),
                formats.message("bidding.DeclineReason." + said.reason()));
    }
}
