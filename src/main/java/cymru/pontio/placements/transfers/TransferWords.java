package cymru.pontio.placements.transfers;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.matching.runs.Run;
import cymru.pontio.site.Formats;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts placements and runs into the reader's language; a bean of their pages. */
final class TransferWords {
    private final Formats formats;
    private final Map<String, String> areas = new HashMap<>();

    TransferWords(Formats formats, Areas all) {
        this.formats = formats;
        for (Locality one : all.all()) areas.put(one.code(), formats.either(one.nameEn(), one.nameCy()));
    }

    public String area(String code) {
        return areas.getOrDefault(code, code);
    }

    public String areas(Run run) {
        return run.areas().stream().map(this::area).collect(Collectors.joining(", "));
    }

    public String bands(List<? extends Enum<?>> bands) {
        return bands.stream().map(formats::label).collect(Collectors.joining(", "));
    }

    /** What stands beside the box: where, how much, when. */
    public String about(Held one) {
        return formats.message(
                one.pending()
                        ? "transfers.about.pending"
                        : one.lastDay() == null ? "transfers.about" : "transfers.about.notice",
                area(one.locality()),
                formats.hours(one.userMinutes()),
                formats.hours(one.carerMinutes()),
                formats.days(one.days()),
                bands(one.bands()),
                one.critical(),
                formats.date(one.pending() ? one.start() : one.lastDay()));
    }

    /** Addresses of the form with just these. */
    public String refs(Group<Held> group) {
        return group.rows().stream().map(one -> one.ref().value()).collect(Collectors.joining(","));
    }

    /** Until when the old provider cares, or since when it does not. */
    public String old(Moved one, LocalDate today) {
        LocalDate ends = one.endsOn();
        if (ends == null) return formats.message(one.gone() ? "transfers.old.never" : "transfers.old.pending");
        String key = one.gone()
                ? "transfers.old.gone"
                : one.overdue(today) ? "transfers.old.overdue" : "transfers.old.until";
        return formats.message(key, formats.date(ends.minusDays(1)));
    }

    /** Who cares next, or how far the search is. */
    public String next(Moved one) {
        String takes = one.takes();
        if (takes != null) {
            String key = one.part() ? "transfers.new.part" : one.gap() ? "transfers.new.gap" : "transfers.new.takes";
            return formats.message(key, takes, formats.date(one.from()), one.left());
        }
        if (one.deadline() != null && one.award() == null)
            return formats.message(
                    one.closed() ? "transfers.new.closed" : "transfers.new.advertised",
                    formats.dateTime(one.deadline()));
        return one.gone() && !one.over() && one.award() == null
                ? formats.message("transfers.new.now", formats.label(one.cover()))
                : "";
    }

    public String packages(Group<Moved> group) {
        return group.rows().stream().map(Moved::packageRef).distinct().collect(Collectors.joining(","));
    }
}
