package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Money;
import java.util.Arrays;
import java.util.List;

/** What a file proves. */
public enum EvidenceKind {
    REGISTRATION(true, false),
    /** Five million pounds are the least the Employers’ Liability (Compulsory Insurance) Regulations 1998 allow. */
    EMPLOYERS_LIABILITY(true, true),
    PUBLIC_LIABILITY(true, true),
    SAFEGUARDING(true, true),
    TRAINING(false, false),
    OTHER(false, false),
    /** For a clause of the pledge, and no part of an application. */
    PLEDGE(false, false);

    /** Pounds for one claim. */
    static final Money LEAST_COVER = Money.of("5000000");

    private final boolean mandatory;
    private final boolean expires;

    EvidenceKind(boolean mandatory, boolean expires) {
        this.mandatory = mandatory;
        this.expires = expires;
    }

    /** Nobody is let in without it, and the market is closed to whoever lets it run out. */
    public boolean mandatory() {
        return mandatory;
    }

    /** Always has a last day; the others may have one. */
    boolean expires() {
        return expires;
    }

    boolean insurance() {
        return this == EMPLOYERS_LIABILITY || this == PUBLIC_LIABILITY;
    }

    /** Those an application may show. */
    static EvidenceKind[] ofApplications() {
        return Arrays.stream(values()).filter(kind -> kind != PLEDGE).toArray(EvidenceKind[]::new);
    }

    static List<EvidenceKind> neededBy(boolean regulated) {
        return Arrays.stream(values())
                .filter(kind -> kind.mandatory && (regulated || kind != REGISTRATION))
                .toList();
    }
}
