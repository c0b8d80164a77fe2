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
        return (actor, ref) -> tab(actor, new PackageTab.Tab(10, "carepackages.tab.overview", "/packages/" + ref));
    }

    @Bean
    PackageTab historyTab() {
        return (actor, ref) ->
                tab(actor, new PackageTab.Tab(90, "carepackages.tab.history", "/packages/" + ref + "/history"));
    }

    @Bean
    PackageTab refusalsTab() {
        return (actor, ref) -> actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
                ? Optional.of(new PackageTab.Tab(85, "carepackages.tab.refusals", "/packages/" + ref + "/refusals"))
                : Optional.empty();
    }

    private static Optional<PackageTab.Tab> tab(Actor actor, PackageTab.Tab tab) {
        return actor.isAny(READERS) ? Optional.of(tab) : Optional.empty();
    }
}
