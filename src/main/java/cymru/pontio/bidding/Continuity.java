package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a provider looks after the person already or did within a year. The provider cannot be asked, because it does
 * not know who the person is; the placements say so in a view that names neither.
 */
@Component
class Continuity {
    private final JdbcClient jdbc;

    Continuity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean between(AdvertId advert, UUID provider) {
        return jdbc.sql("""
                select exists (select 1 from placements.report_continuity c
                               where c.advert_id = :advert and c.provider_id = :provider)""")
                .param("advert", advert.value())
                .param("provider", provider)
                .query(Boolean.class)
                .single();
    }
}
