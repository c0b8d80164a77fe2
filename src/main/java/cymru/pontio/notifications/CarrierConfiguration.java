package cymru.pontio.notifications;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Who carries messages out: GOV.UK Notify when a key is set, else the mail server, else nobody. */
@Configuration(proxyBeanMethods = false)
class CarrierConfiguration {
    /** The way out, if there is one. */
    record WayOut(Optional<Carrier> carrier) {}

    @Bean
    WayOut wayOut(
            ObjectProvider<JavaMailSender> smtp,
            Clock clock,
            @Value("${pontio.mail.from}") String from,
            @Value("${pontio.notify.url}") URI url,
            @Value("${pontio.notify.api-key}") String key,
            @Value("${pontio.notify.template}") String template) {
        if (!key.isEmpty()) return new WayOut(Optional.of(new NotifyCarrier(url, key, template, clock)));
        return new WayOut(Optional.ofNullable(smtp.getIfAvailable()).map(sender -> new SmtpCarrier(sender, from)));
    }
}
