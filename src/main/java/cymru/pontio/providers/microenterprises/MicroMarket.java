package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the register is found. */
@Configuration(proxyBeanMethods = false)
class MicroMarket {
    private static final int ORDER = 800;

    @Bean
    MarketPage microEnterprises() {
        return new MarketPage(
                ORDER, "microenterprises", "/micro-enterprises", Set.of(Role.COMMISSIONER, Role.DP_ADVISER));
    }
}
