package cymru.pontio.matching.runs;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.site.Formats;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts runs into the reader's language; a bean of their page. */
final class RunWords {
    private static final int DAY = 24 * 60;

    private final Formats formats;
    private final Map<String, String> areas = new HashMap<>();

    RunWords(Formats formats, Areas all) {
        this.formats = formats;
        for (Locality one : all.all()) areas.put(one.code(), formats.either(one.nameEn(), one.nameCy()));
    }

    public String area(String code) {
        return areas.getOrDefault(code, code);
    }

    public String areas(Run run) {
        return run.areas().stream().map(this::area).collect(Collectors.joining(", "));
    }

    public String bands(Run run) {
        return run.bands().stream().map(formats::label).collect(Collectors.joining(", "));
    }

    public String workers(Run run) {
        String key = run.single() ? (run.doubled() ? "both" : "single") : "double";
        return formats.message("runs.workers." + key);
    }

    /** About when, to the nearest five minutes: more would be a false precision. */
    public String about(Round.Call call) {
        int minute = (call.at() + 2) / 5 * 5 % DAY;
        return formats.time(LocalTime.of(minute / 60, minute % 60));
    }
}
