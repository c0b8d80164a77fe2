package cymru.pontio.site;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.site.Alerts.Alert;
import cymru.pontio.site.Alerts.Part;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsTests {
    /** Seeded fault: cut in the order in which the links were given. */
    @Test
    void whatASentenceNamesLeadsToItsPageWhereverItStands() {
        Alert alert = new Alert("any", 2).linking(Map.of("PKG-B", "/packages/PKG-B", "PKG-A", "/packages/PKG-A"));
        assertThat(alert.parts("Nobody cares: PKG-A, PKG-B."))
                .containsExactly(
                        new Part("Nobody cares: ", null),
                        new Part("PKG-A", "/packages/PKG-A"),
                        new Part(", ", null),
                        new Part("PKG-B", "/packages/PKG-B"),
                        new Part(".", null));
        assertThat(alert.parts("Nobody cares.")).containsExactly(new Part("Nobody cares.", null));
    }
}
