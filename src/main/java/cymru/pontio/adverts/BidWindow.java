package cymru.pontio.adverts;

import cymru.pontio.kernel.WorkingTime;
import cymru.pontio.kernel.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long an advert must at least stay open: a whole day, or four working hours if it is urgent. Nobody wins by being
 * the fastest, so everybody gets the time to look.
 */
final class BidWindow {
    static final Duration STANDARD = Duration.ofHours(24);
    static final Duration URGENT = Duration.ofHours(4);
    static final Duration LONGEST = Duration.ofDays(90);
    private static final int NOON = 12;
    private static final int LATEST = 16;

    private BidWindow() {}

    /** The earliest deadline of an advert published at this moment. */
    static Instant earliest(Instant published, boolean urgent) {
        return urgent ? WorkingTime.plus(published, URGENT) : published.plus(STANDARD);
    }

    /** The first day on which bids may close, unless it is urgent. */
    static LocalDate soonest(Instant published) {
        return Zone.dayOf(earliest(published, false));
    }

    /**
     * A deadline to propose: an hour to think longer than the least, at a full hour of an afternoon on which the council
     * works, so that somebody can ask in the morning and somebody reads the bids the same day.
     */
    static LocalDateTime proposed(Instant opens) {
        LocalDateTime least = Zone.wallTime(opens.plus(STANDARD).plus(Duration.ofHours(1)));
        LocalDateTime hour = least.truncatedTo(ChronoUnit.HOURS);
        LocalDateTime proposed = hour.equals(least) ? hour : hour.plusHours(1);
        if (proposed.getHour() < NOON) proposed = proposed.withHour(NOON);
        while (proposed.getHour() > LATEST || !WorkingTime.isWorkingDay(proposed.toLocalDate()))
            proposed = proposed.toLocalDate().plusDays(1).atTime(NOON, 0);
        return proposed;
    }

    /** When questions end, to propose: the council answers them while providers can still use the answer. */
    static LocalDateTime questions(LocalDateTime proposedDeadline) {
        return proposedDeadline.minusHours(3);
    }

    /**
     * The moment at which the clock on the wall shows this. None in the hour that is left out in spring; in the hour that
     * comes twice in autumn the second one, which cuts nobody's time short.
     */
    static Optional<Instant> instant(LocalDateTime wall) {
        if (Zone.LONDON.getRules().getValidOffsets(wall).isEmpty()) return Optional.empty();
        return Optional.of(wall.atZone(Zone.LONDON).withLaterOffsetAtOverlap().toInstant());
    }
}
