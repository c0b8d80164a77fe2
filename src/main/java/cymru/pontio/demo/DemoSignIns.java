package cymru.pontio.demo;

import cymru.pontio.site.DemoAccounts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The accounts that the sign-in page offers, each with what it is. */
@Component
class DemoSignIns implements DemoAccounts {
    private static final List<String> OTHERS =
            List.of("inhouse", "provider-a", "provider-b", "provider-c", "micro-a", "newcomer", "newcomer2");

    private final DemoCounty county;

    DemoSignIns(DemoCounty county) {
        this.county = county;
    }

    @Override
    public List<DemoAccount> list() {
        if (!county.demonstration()) return List.of();
        List<String> keys = new ArrayList<>(Cast.COUNCIL_KEYS);
        keys.addAll(OTHERS);
        return keys.stream()
                .map(key -> new DemoAccount(key + "@pontio.example", "demo.account." + key))
                .toList();
    }
}
