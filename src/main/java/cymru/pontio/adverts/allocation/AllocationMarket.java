package cymru.pontio.adverts.allocation;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The market's pages about patches; the room of the patches themselves stands below the market and cannot know it. */
@Configuration(proxyBeanMethods = false)
class AllocationMarket {
    private static final Set<Role> READERS = Set.of(Role.COMMISSIONER, Role.BROKER);

    @Bean
    MarketPage patchesPage() {
        return new MarketPage(40, "areas", "/patches", READERS);
    }

    @Bean
    MarketPage allocationPage() {
        return new MarketPage(41, "allocation", "/allocation", READERS);
    }
}
