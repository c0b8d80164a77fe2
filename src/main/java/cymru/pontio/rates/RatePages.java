package cymru.pontio.rates;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import cymru.pontio.site.HomeTile;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the room is found: on the page of the market, and on the home page while a change waits. */
@Configuration(proxyBeanMethods = false)
class RatePages {
    private static final int ORDER = 460;

    @Bean
    MarketPage rateCardPage() {
        return new MarketPage(50, "rates", "/rates", Set.of(Role.COMMISSIONER, Role.FINANCE, Role.BROKER));
    }

    @Bean
    HomeTile rateChangeTile(RateChangeRepository changes) {
        return actor -> waits(actor, changes);
    }

    private static List<HomeTile.Tile> waits(Actor actor, RateChangeRepository changes) {
        if (!actor.isAny(Role.COMMISSIONER, Role.FINANCE)) return List.of();
        return List.of(new HomeTile.Tile(ORDER, changes.open(), "rates.tile", "/rates/changes"));
    }
}
