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

    /** The council's others come to them through the register. */
    @Bean
    MarketPage startUpGrants() {
        return new MarketPage(ORDER + 1, "microenterprises.grants", "/micro-enterprises/grants", Set.of(Role.FINANCE));
    }
}
