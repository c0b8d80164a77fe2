package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a commissioner, and what runs out soon for a provider. */
@Component
class PledgeTiles implements HomeTile {
    private static final int ORDER = 760;

    private final JdbcClient jdbc;
    private final Signatories signatories;

    PledgeTiles(JdbcClient jdbc, Signatories signatories) {
        this.jdbc = jdbc;
        this.signatories = signatories;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (actor.is(Role.COMMISSIONER)) {
            long waiting = jdbc.sql("select count(*) from providers.pledge_attestation where status = 'WAITING'")
                    .query(Long.class)
                    .single();
            long second = jdbc.sql("""
                    select count(*) from providers.pledge_quality where status = 'PROPOSED' and proposed_by <> ?""").param(actor.userId()).query(Long.class).single();
            return List.of(
                    new Tile(ORDER, waiting, "pledge.tile.waiting", "/pledge"),
                    new Tile(ORDER + 1, second, "pledge.tile.quality", "/pledge/quality"));
        }
        if (!actor.is(Role.PROVIDER_MANAGER)) return List.of();
        int near = signatories.own(actor).expiring().size();
        return near == 0 ? List.of() : List.of(new Tile(ORDER, near, "pledge.tile.expiring", "/pledge"));
    }
}
