package cymru.pontio.providers.workforce;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.PROVIDER_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_MANAGER;

import cymru.pontio.providers.MarketPage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the market leads to the workforce. */
@Configuration(proxyBeanMethods = false)
class WorkforcePage {
    @Bean
    MarketPage workforceMarketPage() {
        return new MarketPage(
                700, "workforce", "/workforce", Set.of(COMMISSIONER, BROKER, PROVIDER_MANAGER, PROVIDER_COORDINATOR));
    }
}
