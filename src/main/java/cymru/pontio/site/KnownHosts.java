package cymru.pontio.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * The names under which the product answers. The page of errors would be refused under a foreign name as well, so who
 * comes with one gets a sentence in both languages and nothing around it.
 */
@Component
class KnownHosts implements RequestRejectedHandler {
    private final Set<String> names;
    private final MessageSource messages;

    KnownHosts(@Value("${pontio.hosts:localhost,127.0.0.1,[::1]}") Set<String> names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    boolean know(String name) {
        return names.contains(name);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refused)
            throws IOException {
        if (know(request.getServerName())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream()
                .write(Arrays.stream(Language.values())
                        .map(language -> messages.getMessage("site.400.host", null, language.locale()))
                        .collect(Collectors.joining("\n\n", "", "\n"))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
