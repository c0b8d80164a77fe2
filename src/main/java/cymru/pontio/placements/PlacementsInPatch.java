package cymru.pontio.placements;

import cymru.pontio.areas.PatchUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Care that goes on or is about to begin in a patch. */
@Component
class PlacementsInPatch implements PatchUse {
    private final JdbcClient jdbc;

    PlacementsInPatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long standing(String locality) {
        return jdbc.sql(
                        "select count(*) from placements.placement where locality = ? and status in ('PENDING_START', 'LIVE')")
                .param(locality)
                .query(Long.class)
                .single();
    }

    @Override
    public String messageKey() {
        return "placements.patch.use";
    }
}
