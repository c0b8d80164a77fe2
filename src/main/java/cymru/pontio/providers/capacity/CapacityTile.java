package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds a provider whose spare hours are out of date; one that is up to date, or has no areas yet, is left in peace. */
@Component
class CapacityTile implements HomeTile {
    private static final int ORDER = 450;

    private final CapacityTable table;
    private final Providers providers;

    CapacityTile(CapacityTable table, Providers providers) {
        this.table = table;
        this.providers = providers;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Tile> of(Actor actor) {
        if (!actor.isAny(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR)) return List.of();
        ProviderView own = providers.view(actor.organisation());
        if (own.kind() != ProviderKind.AGENCY || own.patches().isEmpty()) return List.of();
        return switch (table.spare(actor.organisation()).freshness()) {
            case FRESH -> List.of();
            case STALE -> List.of(new Tile(ORDER, 1, "capacity.tile.stale", "/capacity"));
            case NONE -> List.of(new Tile(ORDER, 1, "capacity.tile.none", "/capacity"));
        };
    }
}
