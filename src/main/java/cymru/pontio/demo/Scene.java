package cymru.pontio.demo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all writers of rows need.
 *
 * @param now what would happen later is not written
 */
record Scene(Rows rows, Cast cast, Envelopes envelopes, long now) {
    boolean past(long moment) {
        return moment <= now;
    }

    void add(Table table, @Nullable Object... values) {
        rows.add(table, values);
    }

    static UUID packageId(Life life) {
        return Dice.key(At.moment(life.approvedOn, 600), life.number, 10);
    }

    static String packageRef(Life life) {
        return Refs.of("PKG", life.number);
    }

    static UUID lineId(Life life, int slot) {
        return Dice.key(At.moment(life.approvedOn, 600), life.number, 11, slot);
    }

    static UUID placementId(Life life) {
        return Dice.key(At.moment(life.approvedOn, 600), life.number, 12);
    }

    /** Hours and minutes as SQL has them. */
    static String time(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }
}
