package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The tab bar over all pages about one package. */
@Component
public class PackageTabs {
    private final ObjectProvider<PackageTab> tabs;

    PackageTabs(ObjectProvider<PackageTab> tabs) {
        this.tabs = tabs;
    }

    /** @param current the key of the tab that is open */
    public List<Frame.NavItem> of(Actor actor, String packageRef, String current) {
        return tabs.stream()
                .map(tab -> tab.of(actor, packageRef))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(PackageTab.Tab::order))
                .map(tab -> new Frame.NavItem(tab.key(), tab.path(), tab.key().equals(current)))
                .toList();
    }
}
