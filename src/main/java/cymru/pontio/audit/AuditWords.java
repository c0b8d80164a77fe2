package cymru.pontio.audit;

import cymru.pontio.site.Choice;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;

/** The audit's codes in the reader's language. A code for which there are no words is shown as it is. */
record AuditWords(MessageSource messages, Locale locale) {
    public String action(String code) {
        return words("audit.action.", code);
    }

    public String page(String code) {
        return words("audit.page.", code);
    }

    public String role(String code) {
        return words("audit.role.", code);
    }

    public String roles(Collection<String> codes) {
        return String.join(", ", codes.stream().map(this::role).toList());
    }

    public String fact(String key) {
        return words("audit.fact.", key);
    }

    List<Choice> choices(Collection<String> codes, UnaryOperator<String> words) {
        return codes.stream()
                .map(code -> new Choice(code, words.apply(code)))
                .sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private String words(String prefix, String code) {
        String found = messages.getMessage(prefix + code, null, code, locale);
        return found == null ? code : found;
    }
}
