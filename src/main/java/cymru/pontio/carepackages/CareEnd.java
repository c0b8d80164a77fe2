package cymru.pontio.carepackages;

/** Why care that was arranged comes to its end. */
public enum CareEnd {
    DIED,
    NOT_NEEDED,
    /** Hospital for long, or a care home. */
    CARE_HOME,
    MOVED,
    /** The provider gives the work back. */
    HANDBACK,
    PROVIDER_FAILURE,
    /** The council moves the care to another provider. */
    TRANSFER;

    /** The person needs the same care from somebody else. */
    public boolean stillNeeded() {
        return this == HANDBACK || this == PROVIDER_FAILURE || this == TRANSFER;
    }

    /** Nobody goes on caring, however many share the work. */
    public boolean ofPerson() {
        return this == DIED || this == CARE_HOME || this == MOVED;
    }

    /** Why care ends with a package that was withdrawn. */
    public static CareEnd of(PackageStatusChanged over) {
        return Typed.constant(WithdrawalReason.class, String.valueOf(over.reason()))
                .map(CareEnd::of)
                .or(() -> Typed.constant(CareEnd.class, String.valueOf(over.reason())))
                .orElse(NOT_NEEDED);
    }

    private static CareEnd of(WithdrawalReason reason) {
        return switch (reason) {
            case DIED -> DIED;
            case CARE_HOME, LONG_HOSPITAL_STAY -> CARE_HOME;
            case MOVED_AWAY -> MOVED;
            case DIRECT_PAYMENT, FAMILY_CARES, DECLINED, MISTAKE -> NOT_NEEDED;
        };
    }
}
