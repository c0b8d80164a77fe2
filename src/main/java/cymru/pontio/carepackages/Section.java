package cymru.pontio.carepackages;

import java.util.Locale;

/** A page of the task list, in the order in which it is filled in. */
enum Section {
    PERSON,
    WHAT_MATTERS,
    CALLS,
    RISKS,
    PLACE,
    START,
    INTERIM,
    FUNDING;

    /** The last part of the page's address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
