package cymru.pontio.providers.standing;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StandingPages {
    @Bean
    MarketPage providersPage() {
        return new MarketPage(10, "standing", "/providers", Set.of(Role.COMMISSIONER, Role.BROKER));
    }
}
