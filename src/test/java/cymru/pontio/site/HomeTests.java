package cymru.pontio.site;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

class HomeTests {
    private static final HomeTile.Tile OFFERS = new HomeTile.Tile(10, 3, "offers", "/offers");
    private static final HomeTile.Tile BIDS = new HomeTile.Tile(20, 0, "bids", "/bids");
    private static final HomeTile.Tile MISSED = new HomeTile.Tile(30, 2, "missed", "/calls/exceptions", true);
    private static final HomeTile.Tile UNCARED = new HomeTile.Tile(40, 0, "uncared", "/uncared", true);

    /** Seeded fault: sorted by the order of the work alone, what is urgent stood in the middle. */
    @Test
    void beginsWithWhoMayBeWithoutCareAndEndsWithWhatIsEmpty() {
        UUID id = UUID.randomUUID();
        ExtendedModelMap model = new ExtendedModelMap();
        new HomeController(List.of(actor -> List.of(OFFERS, UNCARED), actor -> List.of(BIDS, MISSED)))
                .home(new Actor(id, "Somebody", id, "Somewhere", null, Set.of(Role.BROKER), null), model);

        assertThat(model.get("tiles")).isEqualTo(List.of(MISSED, OFFERS));
        assertThat(model.get("emptyTiles")).isEqualTo(List.of(BIDS, UNCARED));
    }
}
