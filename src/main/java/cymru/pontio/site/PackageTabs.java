package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The tab bar over all pages about one package. */
@Component
public class PackageTabs {
    private final Supplier<List<PackageTab>> tabs;

    /** @param tabs asked for at the first page, because some of them need rooms that need this one */
    PackageTabs(ObjectProvider<PackageTab> tabs) {
        this.tabs = SingletonSupplier.of(() -> tabs.stream().toList());
    }

    /** @param current the key of the tab that is open */
    public List<Frame.NavItem> of(Actor actor, String packageRef, String current) {
        return tabs.get().stream()
                .map(tab -> tab.of(actor, packageRef))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(PackageTab.Tab::order))
                .map(tab -> new Frame.NavItem(tab.key(), tab.path(), tab.key().equals(current)))
                .toList();
    }
}
