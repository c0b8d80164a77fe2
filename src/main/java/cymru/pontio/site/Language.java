package cymru.pontio.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** English and Welsh, which are equal. Written {@code en} and {@code cy}. */
public enum Language {
    en(Locale.UK),
    cy(Locale.of("cy", "GB"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == en ? cy : en;
    }

    public static Language of(HttpServletRequest request) {
        return request.getAttribute(Language.class.getName()) instanceof Language language ? language : en;
    }

    public static Language of(Locale locale) {
        return locale.getLanguage().equals("cy") ? cy : en;
    }

    static @Nullable Language of(String name) {
        return switch (name) {
            case "en" -> en;
            case "cy" -> cy;
            default -> null;
        };
    }

    static @Nullable Language ofPath(String path) {
        if (path.equals("/en") || path.startsWith("/en/")) return en;
        if (path.equals("/cy") || path.startsWith("/cy/")) return cy;
        return null;
    }

    /** For an address without a language: what the browser asks for. */
    static Language preferred(HttpServletRequest request) {
        String accept = request.getHeader("Accept-Language");
        return accept != null && accept.toLowerCase(Locale.ROOT).startsWith("cy") ? cy : en;
    }
}
