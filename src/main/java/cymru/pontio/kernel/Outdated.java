package cymru.pontio.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A form made from a version that is no longer the newest. Nothing of it is saved and nothing of it is lost: the page that
 * says so offers to go on with what was typed.
 */
public final class Outdated extends RuleBroken {
    private final @Nullable String newest;

    /**
     * @param newest the version that the form must carry to be taken now, as the form writes it; none where the form cannot
     *     be shown again
     */
    public Outdated(@Nullable String newest) {
        this(newest, "site.error.stale");
    }

    /** @param messageKey a sentence of the room that says what was changed meanwhile, where it can */
    public Outdated(@Nullable String newest, String messageKey, Object... args) {
        super(messageKey, args);
        this.newest = newest;
    }

    public @Nullable String newest() {
        return newest;
    }
}
