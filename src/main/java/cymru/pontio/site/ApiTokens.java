package cymru.pontio.site;

import cymru.pontio.kernel.Actor;

/** Tokens with which systems call addresses under {@code /api}; the room whose addresses they are knows them. */
public interface ApiTokens {
    Answer enter(String token);

    /** Unknown and revoked are the same. */
    enum Refusal implements Answer {
        UNKNOWN,
        /** Real, but whoever made it may no longer do what it does. */
        NOT_ALLOWED,
        TOO_OFTEN
    }

    /** @param actor for whom it acts */
    record Welcome(Actor actor) implements Answer {}

    sealed interface Answer permits Welcome, Refusal {}
}
