package cymru.pontio.bridging;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a time of bridging: {@code BRG-7K3M-Q}. */
public record EpisodeRef(String value) {
    static final String PREFIX = "BRG";

    /** From a URL; a reference that cannot be one is not found. */
    public static EpisodeRef valueOf(String typed) {
        return new EpisodeRef(Reference.parse(PREFIX, typed));
    }

    static EpisodeRef random(RandomGenerator random) {
        return new EpisodeRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
