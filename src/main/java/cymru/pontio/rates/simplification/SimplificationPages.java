package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import cymru.pontio.site.HomeTile;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the workbench is found: on the page of the market, and on the home page while a proposal waits. */
@Configuration(proxyBeanMethods = false)
class SimplificationPages {
    private static final int ORDER = 461;

    @Bean
    MarketPage simplificationPage() {
        return new MarketPage(51, "simplification", "/rates/simplification", Set.of(Role.COMMISSIONER, Role.FINANCE));
    }

    @Bean
    HomeTile proposalTile(RateProposalRepository proposals) {
        return actor -> waits(actor, proposals);
    }

    private static List<HomeTile.Tile> waits(Actor actor, RateProposalRepository proposals) {
        if (!actor.isAny(Role.COMMISSIONER, Role.FINANCE)) return List.of();
        return List.of(new HomeTile.Tile(ORDER, proposals.open(), "simplification.tile", "/rates/simplification"));
    }
}
