package cymru.pontio.notifications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever takes a message out of the house. */
interface Carrier {
    /** @throws NotCarried when it did not leave */
    void carry(Message message) throws NotCarried;

    /**
     * @param id the same for each try, so that a second copy can be known
     * @param offUrl where mails of this kind can be turned off
     */
    record Message(
            UUID id,
            String address,
            String subject,
            String body,
            @Nullable String offUrl) {}

    /** It did not leave. */
    final class NotCarried extends Exception {
        private static final long serialVersionUID = 1;

        private final boolean forGood;

        /**
         * @param code class or number of the failure, never its text, which may hold the address
         * @param forGood no later try can do better
         */
        NotCarried(String code, boolean forGood) {
            super(code);
            this.forGood = forGood;
        }

        boolean forGood() {
            return forGood;
        }
    }
}
