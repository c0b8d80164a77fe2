package cymru.pontio.visits.calls;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Essential calls that were missed stand on the home page of all who must act, until they have: the council and the person's
 * team until somebody settled it, the provider until it answered. Flexible calls alarm nobody. For a provider also what it
 * was asked.
 */
@Component
class ExceptionTiles implements HomeTile {
    private static final int ORDER = 55;

    private final ExceptionTable table;

    ExceptionTiles(ExceptionTable table) {
        this.table = table;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.isAny(Exceptions.READERS)) return List.of();
        ExceptionTable.Reader reader = ExceptionTable.Reader.of(actor);
        Tile missed = new Tile(
                ORDER,
                table.count(
                        reader,
                        true,
                        ExceptionFilter.of("missed", null, null, "").states(reader.ofProvider())),
                "calls.tile.missed",
                "/calls/exceptions?tab=missed",
                true);
        if (!reader.ofProvider()) return List.of(missed);
        return List.of(
                missed,
                new Tile(
                        ORDER + 1,
                        table.count(reader, false, "QUERIED"),
                        "calls.tile.asked",
                        "/calls/exceptions?tab=provider"));
    }
}
