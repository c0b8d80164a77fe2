package cymru.pontio.carepackages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form carries to notice that somebody else wrote meanwhile: the version it was made from and a name of its own,
 * because a form that saved itself as a draft has changed the version and is still not stale.
 */
record Stamp(long version, @Nullable UUID form) {
    static Stamp of(long version) {
        return new Stamp(version, UUID.randomUUID());
    }

    /** Of a form that changes nothing itself; blank where somebody wrote a form of their own. */
    static @Nullable Stamp seen(String typed) {
        return typed.isBlank() ? null : parse(typed);
    }

    /** A stamp nobody can have been given is stale. */
    static Stamp parse(String typed) {
        String[] parts = typed.split("\\.", 2);
        try {
            return new Stamp(Long.parseLong(parts[0]), parts.length < 2 ? null : UUID.fromString(parts[1]));
        } catch (IllegalArgumentException e) {
            return new Stamp(-1, null);
        }
    }

    @Override
    public String toString() {
        return form == null ? "" + version : version + "." + form;
    }
}
