package cymru.pontio.adverts.weighting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import cymru.pontio.site.HomeTile;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of the weights among those of the market, and what waits for a second commissioner. */
@Configuration(proxyBeanMethods = false)
class WeightingMarket {
    @Bean
    MarketPage weightingPage() {
        return new MarketPage(42, "weighting", "/weighting", Set.of(Role.COMMISSIONER, Role.BROKER));
    }

    @Bean
    HomeTile weightingTile(WeightSetRows rows) {
        return (Actor actor) -> {
            if (!actor.is(Role.COMMISSIONER)) return List.of();
            long waiting = rows.waitingFor(actor.userId());
            return waiting == 0 ? List.of() : List.of(new HomeTile.Tile(63, waiting, "weighting.tile", "/weighting"));
        };
    }
}
