package cymru.pontio.notifications;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what is in the outbox, one message after the other. */
final class Dispatch {
    /** So few that even with a mail server that lets each wait its ten seconds the node reports them in time. */
    private static final int AT_ONCE = 20;

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final Outbox outbox;
    private final Carrier carrier;

    Dispatch(Outbox outbox, Carrier carrier) {
        this.outbox = outbox;
        this.carrier = carrier;
    }

    /** @return how many were taken */
    int once() {
        var taken = outbox.take(AT_ONCE);
        taken.forEach(this::carry);
        return taken.size();
    }

    private void carry(Outbox.Taken mail) {
        Optional<String> address = outbox.addressOf(mail);
        if (address.isEmpty()) {
            outbox.failed(mail, "no mailbox", true);
            return;
        }
        try {
            carrier.carry(new Carrier.Message(mail.id(), address.get(), mail.subject(), mail.body(), mail.offUrl()));
            outbox.sent(mail);
        } catch (Carrier.NotCarried e) {
            log.warn("mail {} did not leave at try {}: {}", mail.id(), mail.tries(), e.getMessage());
            outbox.failed(mail, String.valueOf(e.getMessage()), e.forGood());
        }
    }
}
