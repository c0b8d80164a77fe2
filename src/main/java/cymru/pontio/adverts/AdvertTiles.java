package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the broker must look at today, and what is open to a provider. */
@Component
class AdvertTiles implements HomeTile {
    private final BrokerDesk desk;
    private final Opportunities opportunities;

    AdvertTiles(BrokerDesk desk, Opportunities opportunities) {
        this.desk = desk;
        this.opportunities = opportunities;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (actor.isAny(Role.BROKER, Role.COMMISSIONER)) return council(actor);
        if (!actor.ofProvider() && !actor.is(Role.INHOUSE_COORDINATOR)) return List.of();
        return List.of(new Tile(20, opportunities.count(actor), "adverts.tile.open", "/opportunities"));
    }

    private List<Tile> council(Actor actor) {
        var counts = desk.counts(actor, DeskTab.TO_ADVERTISE, DeskTab.ASKED, DeskTab.CLOSING, DeskTab.TO_DECIDE);
        return List.of(
                tile(
                        20,
                        Objects.requireNonNull(counts.get(DeskTab.TO_ADVERTISE)),
                        "adverts.tile.toAdvertise",
                        DeskTab.TO_ADVERTISE),
                tile(21, Objects.requireNonNull(counts.get(DeskTab.ASKED)), "adverts.tile.asked", DeskTab.ASKED),
                tile(21, Objects.requireNonNull(counts.get(DeskTab.CLOSING)), "adverts.tile.closing", DeskTab.CLOSING),
                tile(
                        22,
                        Objects.requireNonNull(counts.get(DeskTab.TO_DECIDE)),
                        "adverts.tile.toDecide",
                        DeskTab.TO_DECIDE));
    }

    private static Tile tile(int order, long number, String key, DeskTab tab) {
        return new Tile(order, number, key, "/desk?tab=" + tab.path());
    }
}
