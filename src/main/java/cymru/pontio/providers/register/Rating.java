package cymru.pontio.providers.register;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The two regulators' words. They are two scales and are never put on one. */
public enum Rating {
    EXCELLENT(Regulator.CIW),
    OUTSTANDING(Regulator.CQC),
    GOOD(Regulator.CIW, Regulator.CQC),
    REQUIRES_IMPROVEMENT(Regulator.CIW, Regulator.CQC),
    REQUIRES_SIGNIFICANT_IMPROVEMENT(Regulator.CIW),
    INADEQUATE(Regulator.CQC);

    private static final Set<String> NONE_YET =
            Set.of("", "notyetrated", "notrated", "norating", "norated", "inspectedbutnotrated", "nopublishedrating");

    private final Set<Regulator> scales;

    Rating(Regulator... scales) {
        this.scales = EnumSet.copyOf(Arrays.asList(scales));
    }

    static boolean notYet(String typed) {
        return NONE_YET.contains(Column.letters(typed));
    }

    static Optional<Rating> of(Regulator regulator, String typed) {
        String letters = Column.letters(typed);
        return Arrays.stream(values())
                .filter(rating -> rating.scales.contains(regulator))
                .filter(rating -> Column.letters(rating.name()).equals(letters))
                .findFirst();
    }
}
