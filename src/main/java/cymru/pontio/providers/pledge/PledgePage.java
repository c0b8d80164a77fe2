package cymru.pontio.providers.pledge;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.PROVIDER_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_MANAGER;

import cymru.pontio.providers.MarketPage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the market leads to the pledge. */
@Configuration(proxyBeanMethods = false)
class PledgePage {
    @Bean
    MarketPage pledgeMarketPage() {
        return new MarketPage(
                600, "pledge", "/pledge", Set.of(COMMISSIONER, BROKER, PROVIDER_MANAGER, PROVIDER_COORDINATOR));
    }
}
