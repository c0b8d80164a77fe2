package cymru.pontio.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;

/** Only our own scripts, named by a number used once, and nothing from elsewhere. */
final class ContentSecurityPolicy implements HeaderWriter {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        Object nonce = request.getAttribute(PageSecurity.NONCE);
        if (nonce == null || response.containsHeader("Content-Security-Policy")) return;
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'nonce-" + nonce
                        + "' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                        + " manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'");
    }

    static String newNonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
