package cymru.pontio.providers.register;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who registers and inspects home care: Care Inspectorate Wales, or the Care Quality Commission across the border. */
public enum Regulator {
    CIW(
            "SIN-\\d{8}-[A-Z]{4}",
            Set.of(Column.REGISTRATION, Column.NAME, Column.TYPE, Column.PROVIDER_NAME, Column.RESPONSIBLE),
            "domiciliarysupport"),
    CQC(
            "1-\\d{6,12}",
            Set.of(Column.REGISTRATION, Column.NAME, Column.TYPE, Column.PROVIDER_NAME),
            "homecare",
            "domiciliarycare");

    private final Pattern number;
    private final Set<Column> required;
    private final List<String> homeCare;

    Regulator(String number, Set<Column> required, String... homeCare) {
        this.number = Pattern.compile(number);
        this.required = required;
        this.homeCare = List.of(homeCare);
    }

    /** Whether it gives out registration numbers of this form, like SIN-00009230-RQVY or 1-101635124. */
    public boolean gives(String registration) {
        return number.matcher(registration).matches();
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
