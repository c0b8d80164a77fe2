package cymru.pontio.providers.register;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegisterPages {
    @Bean
    MarketPage registerImportsPage() {
        return new MarketPage(40, "register", "/register-imports", Set.of(Role.COMMISSIONER));
    }
}
