package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The beans behind each page's {@link Frame}. */
@Component
class FrameSource {
    private final Navigation navigation;
    private final Assets assets;
    private final MessageSource messages;
    private final List<Alerts> alerts;
    private final ShownPages pages;
    private final boolean demo;

    FrameSource(
            Navigation navigation,
            Assets assets,
            MessageSource messages,
            List<Alerts> alerts,
            ShownPages pages,
            @Value("${pontio.demo.size:county}") String demoSize) {
        this.navigation = navigation;
        this.assets = assets;
        this.messages = messages;
        this.alerts = alerts;
        this.pages = pages;
        this.demo = !demoSize.equals("off");
    }

    Frame of(HttpServletRequest request) {
        if (request.getAttribute(PageSecurity.NONCE) == null)
            request.setAttribute(PageSecurity.NONCE, ContentSecurityPolicy.newNonce());
        return new Frame(request, this);
    }

    Navigation navigation() {
        return navigation;
    }

    Assets assets() {
        return assets;
    }

    ShownPages pages() {
        return pages;
    }

    boolean demo() {
        return demo;
    }

    Formats formats(Language language) {
        return new Formats(messages, language.locale());
    }

    @Nullable
    String doneMessage(String key, Language language) {
        return messages.getMessage("done." + key, null, null, language.locale());
    }

    List<List<Alerts.Part>> alerts(Actor actor, Language language) {
        return alerts.stream()
                .flatMap(source -> source.of(actor).stream())
                .map(alert -> alert.parts(messages.getMessage(alert.messageKey(), alert.args(), language.locale())))
                .toList();
    }
}
