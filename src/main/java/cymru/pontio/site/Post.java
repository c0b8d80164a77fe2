package cymru.pontio.site;

/** The way out for one message to one address, such as an invitation. */
public interface Post {
    /** Whether messages leave this installation at all: otherwise somebody has to hand them over another way. */
    boolean carries();

    /**
     * Sends in the transaction of the caller: when that is undone, nothing was sent. Later tries are the post's business.
     *
     * @param key the same key twice is one message
     */
    void send(String key, Letter letter);

    /** @param body plain text, forgotten as soon as it has left; may hold a link with a secret, never a person's details */
    record Letter(String address, Language language, String subject, String body) {}
}
