package cymru.pontio.adverts;

import cymru.pontio.areas.PatchUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adverts that are not decided yet in a patch. */
@Component
class RoundsInPatch implements PatchUse {
    private final JdbcClient jdbc;

    RoundsInPatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long standing(String locality) {
        return jdbc.sql("select count(*) from adverts.advert where locality = ? and status = 'OPEN'")
                .param(locality)
                .query(Long.class)
                .single();
    }

    @Override
    public String messageKey() {
        return "adverts.patch.use";
    }
}
