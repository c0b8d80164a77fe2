package cymru.pontio.providers.accreditation;

import java.util.Locale;

/** The parts of an application, in the order of its list. */
enum Task {
    ORGANISATION,
    REGISTRATION,
    SERVICES,
    AREAS,
    INSURANCE,
    POLICIES,
    WORKFORCE,
    WELSH;

    /** Last part of its address. Insurance is nothing but evidence. */
    public String path() {
        return this == INSURANCE ? "evidence" : name().toLowerCase(Locale.ROOT);
    }
}
