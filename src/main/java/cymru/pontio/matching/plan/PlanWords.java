package cymru.pontio.matching.plan;

import cymru.pontio.matching.Eligibility.Reason;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what a plan found into the reader’s language; a bean of its pages. */
record PlanWords(Formats formats) {
    /** In one line: whose, and the one or two things that would have to change. */
    public String brief(Way way) {
        String hours = formats.hours(
                way.more().stream().mapToInt(Way.Hours::userMinutes).sum());
        if (way.rule() == null) return formats.message("plan.way.brief.hours", way.name(), hours);
        String rule = formats.label(way.rule());
        return way.more().isEmpty()
                ? formats.message("plan.way.brief.rule", way.name(), rule)
                : formats.message("plan.way.brief.both", way.name(), rule, hours);
    }

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
