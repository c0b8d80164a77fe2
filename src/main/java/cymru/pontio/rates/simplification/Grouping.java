package cymru.pontio.rates.simplification;

import cymru.pontio.rates.PriceZone;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Which placements are to have one rate. */
public enum Grouping {
    ZONE_LENGTH,
    ZONE,
    LENGTH,
    ONE;

    /** What the placements of a group have in common. */
    record Key(@Nullable PriceZone zone, @Nullable VisitLength length) {
        static final Comparator<Key> ORDER = Comparator.comparing(
                        Key::zone, Comparator.nullsFirst(Comparator.<PriceZone>naturalOrder()))
                .thenComparing(Key::length, Comparator.nullsFirst(Comparator.<VisitLength>naturalOrder()));
    }

    Key key(ZonedRate rate) {
        boolean byZone = this == ZONE_LENGTH || this == ZONE;
        boolean byLength = this == ZONE_LENGTH || this == LENGTH;
        return new Key(byZone ? rate.zone() : null, byLength ? rate.length() : null);
    }
}
