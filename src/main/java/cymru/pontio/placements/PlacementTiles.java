package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.HomeTile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for the person asking between a decision and the first visit. */
@Component
class PlacementTiles implements HomeTile {
    private static final int ORDER = 400;

    private final AwardTable awards;
    private final OfferTable offers;
    private final PlacementList placements;
    private final Clock clock;

    PlacementTiles(AwardTable awards, OfferTable offers, PlacementList placements, Clock clock) {
        this.awards = awards;
        this.offers = offers;
        this.placements = placements;
        this.clock = clock;
    }

    @Override
    public List<Tile> of(Actor actor) {
        List<Tile> tiles = new ArrayList<>();
        if (actor.isAny(Role.BROKER, Role.COMMISSIONER, Role.TEAM_MANAGER))
            tiles.add(new Tile(
                    ORDER,
                    awards.count(actor, AwardStatus.PROPOSED),
                    "placements.tile.proposed",
                    "/awards?status=PROPOSED"));
        if (actor.isAny(Role.BROKER, Role.COMMISSIONER))
            tiles.add(new Tile(
                    ORDER + 1,
                    awards.count(actor, AwardStatus.OFFERED),
                    "placements.tile.offered",
                    "/awards?status=OFFERED"));
        if (actor.isAny(Role.BROKER, Role.COMMISSIONER))
            tiles.add(new Tile(
                    ORDER + 2, placements.leaving(), "placements.tile.leaving", "/placements?status=NOTICE_GIVEN"));
        long earlier = actor.is(Role.COMMISSIONER) ? placements.askingToLeaveEarlier() : 0;
        if (earlier > 0)
            tiles.add(new Tile(ORDER + 3, earlier, "placements.tile.earlier", "/placements?status=NOTICE_GIVEN"));
        if (actor.ofProvider() || actor.is(Role.INHOUSE_COORDINATOR)) {
            tiles.add(new Tile(ORDER, offers.waiting(actor.organisation()), "placements.tile.answer", "/offers"));
            tiles.add(new Tile(
                    ORDER + 1,
                    placements.starting(
                            actor.organisation(), Zone.dayOf(clock.instant()).plusDays(7)),
                    "placements.tile.starting",
                    "/placements?status=PENDING_START"));
        }
        return tiles;
    }
}
