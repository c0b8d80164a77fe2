package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first and the last of the tabs over a package. */
@Configuration(proxyBeanMethods = false)
class PackageOwnTabs {
    private static final Role[] READERS = {Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.BROKER, Role.COMMISSIONER};

    @Bean
    PackageTab overviewTab() {
        return actor -> tab(actor, new PackageTab.Tab(10, "carepackages.tab.overview", ""));
    }

    @Bean
    PackageTab historyTab() {
        return actor -> tab(actor, new PackageTab.Tab(90, "carepackages.tab.history", "/history"));
    }

    @Bean
    PackageTab refusalsTab() {
        return actor -> actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
                ? Optional.of(new PackageTab.Tab(85, "carepackages.tab.refusals", "/refusals"))
                : Optional.empty();
    }

    private static Optional<PackageTab.Tab> tab(Actor actor, PackageTab.Tab tab) {
        return actor.isAny(READERS) ? Optional.of(tab) : Optional.empty();
    }
}
