package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EmbargoPages {
    @Bean
    MarketPage embargoesPage() {
        return new MarketPage(30, "embargo", "/embargoes", Set.of(Role.COMMISSIONER, Role.BROKER));
    }
}
