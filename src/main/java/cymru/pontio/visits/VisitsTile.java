package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.HomeTile;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the last file of visits left to do: rows that were refused, the confirmation, and a file that was not saved. */
@Component
class VisitsTile implements HomeTile {
    private static final int ORDER = 60;

    private final ImportStore imports;

    VisitsTile(ImportStore imports) {
        this.imports = imports;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.isAny(VisitImports.REPORTERS)) return List.of();
        List<Tile> tiles = new ArrayList<>();
        for (ImportView last : imports.list(actor, null, 1)) {
            String path = "/visits/imports/" + last.ref();
            if (last.status() == ImportStatus.CHECKED && !last.nothingToSave())
                tiles.add(new Tile(ORDER, last.counts().toSave(), "visits.tile.toConfirm", path));
            if (last.status() == ImportStatus.FAILED) tiles.add(new Tile(ORDER, 1, "visits.tile.failed", path));
            tiles.add(new Tile(ORDER + 1, last.counts().bad(), "visits.tile.bad", path));
        }
        return tiles;
    }
}
