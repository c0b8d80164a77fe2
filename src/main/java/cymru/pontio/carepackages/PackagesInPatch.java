package cymru.pontio.carepackages;

import cymru.pontio.areas.PatchUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Packages that still wait for care in a patch. */
@Component
class PackagesInPatch implements PatchUse {
    private final JdbcClient jdbc;

    PackagesInPatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long standing(String locality) {
        return jdbc.sql(
                        "select count(*) from carepackages.care_package where locality = ? and status not in ('LIVE', 'ENDED', 'WITHDRAWN')")
                .param(locality)
                .query(Long.class)
                .single();
    }

    @Override
    public String messageKey() {
        return "carepackages.patch.use";
    }
}
