package cymru.pontio.placements.transfers;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransferPages {
    @Bean
    MarketPage transfersPage() {
        return new MarketPage(35, "transfers", "/transfers", Set.of(Role.COMMISSIONER, Role.BROKER));
    }
}
