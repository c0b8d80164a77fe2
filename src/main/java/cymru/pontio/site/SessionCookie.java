package cymru.pontio.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie of a session: not for scripts, not for other sites, for both languages. */
@Component
class SessionCookie {
    private final boolean secure;

    /** @param secure on wherever the product is reached over HTTPS; off lets it run on a plain localhost */
    SessionCookie(@Value("${pontio.secure-cookies:false}") boolean secure) {
        this.secure = secure;
    }

    boolean secure() {
        return secure;
    }

    /** A browser takes a cookie with this prefix only from the host itself and only over HTTPS. */
    String prefix() {
        return secure ? "__Host-" : "";
    }

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .findFirst();
    }

    void write(HttpServletResponse response, String token) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token).build().toString());
    }

    void clear(HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie("").maxAge(Duration.ZERO).build().toString());
    }

    private String name() {
        return prefix() + "pontio-session";
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name(), value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/");
    }
}
