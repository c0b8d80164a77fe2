package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.providers.capacity.PartOfDay;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call as it is asked for.
 *
 * @param id of the advertised line, or of the package's where it is not advertised
 * @param days digits of the week, Monday is 1
 * @param from start of the window in which the call begins; none means anywhere in its band
 * @param minutes of one call, as the person receives it
 */
public record AskedCall(
        UUID id,
        String days,
        Band band,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        int minutes,
        int workers,
        boolean timeCritical,
        WorkerGender gender) {

    static AskedCall of(AdvertLine line) {
        return new AskedCall(
                line.id(),
                line.days(),
                line.band(),
                line.from(),
                line.until(),
                line.minutes(),
                line.workers(),
                line.timeCritical(),
                line.workerGender());
    }

    static AskedCall of(CallLineView line) {
        return new AskedCall(
                line.id(),
                line.days(),
                line.band(),
                line.from(),
                line.until(),
                line.minutes(),
                line.workers(),
                line.timeCritical(),
                line.workerGender());
    }

    /** User minutes a week. */
    public int weekly() {
        return minutes * days.length();
    }

    /** Of which spare hours it takes, where it is given as asked. */
    public PartOfDay part() {
        return PartOfDay.valueOf(band.name());
    }

    /** The parts of the day in which it may begin. */
    public Set<PartOfDay> parts() {
        if (from == null || until == null) return EnumSet.of(part());
        Set<PartOfDay> parts = EnumSet.of(PartOfDay.of(from), PartOfDay.of(until));
        for (PartOfDay part : PartOfDay.values()) {
            boolean after = !part.from().isBefore(from);
            boolean before = !part.from().isAfter(until);
            if (until.isBefore(from) ? after || before : after && before) parts.add(part);
        }
        return parts;
    }

    public AskedCall within(LocalTime begin, LocalTime end) {
        return new AskedCall(id, days, band, begin, end, minutes, workers, timeCritical, gender);
    }

    public AskedCall withOneWorker() {
        return new AskedCall(id, days, band, from, until, minutes, 1, timeCritical, gender);
    }

    /** By a worker of whichever gender. */
    public AskedCall withAnyWorker() {
        return new AskedCall(id, days, band, from, until, minutes, workers, timeCritical, WorkerGender.ANY);
    }
}
