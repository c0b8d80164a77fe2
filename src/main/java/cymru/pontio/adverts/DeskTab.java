package cymru.pontio.adverts;

import cymru.pontio.site.OneOf;
import java.util.Arrays;

/** The broker's work in the order in which it is done. */
enum DeskTab {
    TO_ADVERTISE("to-advertise", "s.status in ('APPROVED', 'RESOURCING')"),
    LIVE("live", "a.status = 'OPEN' and a.deadline > clock_timestamp() and not " + DeskTab.TAKEN_UP),
    /** Within a day: the ones to look at while something can still be done. */
    CLOSING("closing", LIVE.where + " and a.deadline <= clock_timestamp() + interval '24 hours'"),
    /** A provider that waits for an answer cannot bid well, or not in time. */
    ASKED(
            "asked",
            LIVE.where + " and exists (select from adverts.question q"
                    + " where q.advert_id = a.id and q.answered_at is null)"),
    TO_DECIDE("to-decide", "a.status = 'OPEN' and (a.deadline <= clock_timestamp() or " + DeskTab.TAKEN_UP + ")"),
    UNSOURCED("unsourced", "s.status = 'UNSOURCED'"),
    AWARDED("awarded", "a.status = 'AWARDED'");

    /** Whoever was asked first bid in time: bids are closed although the deadline has not come. */
    static final String TAKEN_UP = "exists (select from adverts.taken_up t where t.advert_id = a.id)";

    private final String path;
    private final String where;

    DeskTab(String path, String where) {
        this.path = path;
        this.where = where;
    }

    /** As in the query string; the first if none is asked for. */
    static DeskTab of(String path) {
        String shown = OneOf.of(path, Arrays.stream(values()).map(DeskTab::path).toList());
        return Arrays.stream(values())
                .filter(tab -> tab.path.equals(shown))
                .findFirst()
                .orElse(TO_ADVERTISE);
    }

    public String path() {
        return path;
    }

    String where() {
        return where;
    }

    /** Packages without an open round; the other tabs list rounds. */
    public boolean ofPackages() {
        return this == TO_ADVERTISE || this == UNSOURCED;
    }

    /** What the list is sorted by. */
    String sortedBy() {
        if (ofPackages()) return "s.waiting_since";
        return this == AWARDED ? "a.ended_at" : "a.deadline";
    }
}
