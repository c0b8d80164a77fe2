package cymru.pontio.providers.capacity;

/**
 * “This is more than we declared”, or nothing of the kind.
 *
 * @param seen of the {@link Question} that was answered
 */
public record Confirmation(boolean given, String seen) {
    public static final Confirmation NONE = new Confirmation(false, "");
}
