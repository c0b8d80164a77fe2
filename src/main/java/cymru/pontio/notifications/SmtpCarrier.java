package cymru.pontio.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands messages to a mail server. */
final class SmtpCarrier implements Carrier {
    private final JavaMailSender sender;
    private final String from;

    SmtpCarrier(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public void carry(Message message) throws NotCarried {
        try {
            sender.send(mime(message));
        } catch (MailSendException e) {
            throw new NotCarried(e.getClass().getSimpleName(), refused(e));
        } catch (MailException | MessagingException e) {
            throw new NotCarried(e.getClass().getSimpleName(), false);
        }
    }

    private MimeMessage mime(Message message) throws MessagingException {
        MimeMessage mime = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mime, false, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(message.address());
        helper.setSubject(message.subject());
        helper.setText(message.body());
        mime.setHeader("Message-ID", "<" + message.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
        mime.setHeader("Auto-Submitted", "auto-generated");
        if (message.offUrl() == null) return mime;
        mime.setHeader("List-Unsubscribe", "<" + message.offUrl() + ">");
        mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return mime;
    }

    /** The server knows the address and will not have it. */
    private static boolean refused(MailSendException failure) {
        return failure.getFailedMessages().values().stream()
                .anyMatch(one -> one instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }
}
