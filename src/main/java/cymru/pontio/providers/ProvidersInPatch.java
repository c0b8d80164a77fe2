package cymru.pontio.providers;

import cymru.pontio.areas.PatchUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Providers that cover a patch. */
@Component
class ProvidersInPatch implements PatchUse {
    private final JdbcClient jdbc;

    ProvidersInPatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long standing(String locality) {
        return jdbc.sql("select count(*) from providers.patch where locality = ?")
                .param(locality)
                .query(Long.class)
                .single();
    }

    @Override
    public String messageKey() {
        return "providers.patch.use";
    }
}
