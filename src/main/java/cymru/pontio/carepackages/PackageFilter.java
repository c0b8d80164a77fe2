package cymru.pontio.carepackages;

import cymru.pontio.site.OneOf;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader asks of the worklist, as it stands in the address. */
record PackageFilter(String status, String locality, String whose, String ref, String after) {
    static final String MINE = "mine";

    PackageFilter(
            @Nullable String status,
            @Nullable String locality,
            @Nullable String whose,
            @Nullable String ref,
            @Nullable String after) {
        this.status = OneOf.of(status, PackageStatus.values());
        this.locality = locality == null ? "" : locality;
        this.whose = OneOf.of(whose, List.of(MINE));
        this.ref = ref == null ? "" : ref;
        this.after = after == null ? "" : after;
    }

    Optional<PackageStatus> statusWanted() {
        return status.isEmpty() ? Optional.empty() : Optional.of(PackageStatus.valueOf(status));
    }

    /** A reference or its beginning, with or without the letters in front. */
    Optional<String> refPrefix() {
        String typed = ref.strip().toUpperCase(Locale.ROOT);
        if (!typed.matches("[0-9A-Z-]{1,12}")) return typed.isEmpty() ? Optional.empty() : Optional.of("?");
        return Optional.of(typed.startsWith(PackageRef.PREFIX) ? typed : PackageRef.PREFIX + "-" + typed);
    }

    Optional<PageKey> afterKey() {
        return PageKey.parse(after);
    }
}
