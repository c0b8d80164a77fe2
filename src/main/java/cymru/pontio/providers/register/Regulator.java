package cymru.pontio.providers.register;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Who registers and inspects home care: Care Inspectorate Wales, or the Care Quality Commission across the border. */
public enum Regulator {
    CIW(
            Set.of(Column.REGISTRATION, Column.NAME, Column.TYPE, Column.PROVIDER_NAME, Column.RESPONSIBLE),
            "domiciliarysupport"),
    CQC(Set.of(Column.REGISTRATION, Column.NAME, Column.TYPE, Column.PROVIDER_NAME), "homecare", "domiciliarycare");

    private final Set<Column> required;
    private final List<String> homeCare;

    Regulator(Set<Column> required, String... homeCare) {
        this.required = required;
        this.homeCare = List.of(homeCare);
    }

    Set<Column> required() {
        return required;
    }

    /** Care homes, surgeries and the like stand in the same files and are left out. */
    boolean isHomeCare(String type) {
        String letters = Column.letters(type);
        return homeCare.stream().anyMatch(letters::contains);
    }

    /** What this regulator rates in home care, in the order in which it publishes. */
    public List<Theme> themes() {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.regulator() == this)
                .toList();
    }
}
