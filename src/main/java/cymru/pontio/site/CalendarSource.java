package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.util.List;

/** What a room has for the calendar of a person, as far as that person may see it now: from a month ago on. */
public interface CalendarSource {
    List<CalendarEntry> of(Actor actor);
}
