package cymru.pontio.providers.accreditation;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.PROVIDER_MANAGER;

import cymru.pontio.providers.MarketPage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where accreditation is found from the pages about the market. */
@Configuration(proxyBeanMethods = false)
class AccreditationPages {
    @Bean
    static MarketPage accreditationForTheCouncil() {
        return new MarketPage(10, "accreditation", "/accreditation", Set.of(COMMISSIONER, BROKER));
    }

    @Bean
    static MarketPage accreditationForProviders() {
        return new MarketPage(10, "accreditation.application", "/accreditation/application", Set.of(PROVIDER_MANAGER));
    }
}
