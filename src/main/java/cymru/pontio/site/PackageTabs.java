package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The tab bar over all pages about one package. */
@Component
public class PackageTabs {
    private final Supplier<List<PackageTab>> tabs;
    private final JdbcClient jdbc;

    /** @param tabs asked for at the first page, because some of them need rooms that need this one */
    PackageTabs(ObjectProvider<PackageTab> tabs, JdbcClient jdbc) {
        this.tabs = SingletonSupplier.of(() -> tabs.stream().toList());
        this.jdbc = jdbc;
    }

    /** @param current the key of the tab that is open */
    public List<Frame.NavItem> of(Actor actor, String packageRef, String current) {
        List<PackageTab.Tab> own = tabs.get().stream()
                .map(tab -> tab.of(actor))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(PackageTab.Tab::order))
                .toList();
        Set<String> met = met(own, packageRef);
        return own.stream()
                .filter(tab -> met.contains(tab.there()))
                .map(tab -> new Frame.NavItem(
                        tab.key(),
                        "/packages/" + packageRef + tab.page(),
                        tab.key().equals(current)))
                .toList();
    }

    private Set<String> met(List<PackageTab.Tab> tabs, String packageRef) {
        List<String> conditions =
                tabs.stream().map(PackageTab.Tab::there).distinct().toList();
        if (conditions.isEmpty()) return Set.of();
        return jdbc.sql("select " + String.join(", ", conditions))
                .param("ref", packageRef)
                .query((row, n) -> {
                    Set<String> met = new HashSet<>();
                    for (int i = 0; i < conditions.size(); i++) if (row.getBoolean(i + 1)) met.add(conditions.get(i));
                    return met;
                })
                .single();
    }
}
