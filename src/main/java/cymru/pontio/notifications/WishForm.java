package cymru.pontio.notifications;

import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsKind.Rhythm;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was chosen: a rhythm for each kind by its name, and a language. */
record WishForm(
        @Pattern(regexp = "en|cy", message = "{notifications.form.language.blank}")
        String language,

        Map<String, String> mails) {
    WishForm(@Nullable String language, @Nullable Map<String, String> mails) {
        this.language = language == null ? "" : language;
        // The binder writes into it one kind after the other.
        this.mails = mails == null ? new HashMap<>() : new HashMap<>(mails);
    }

    static WishForm of(String language, Map<NewsKind, Rhythm> wishes) {
        Map<String, String> mails = new HashMap<>();
        wishes.forEach((kind, rhythm) -> mails.put(kind.name(), rhythm.name()));
        return new WishForm(language, mails);
    }

    @AssertTrue(message = "{notifications.form.mails.unknown}")
    boolean isKnown() {
        return mails.entrySet().stream()
                .allMatch(one -> known(NewsKind.values(), one.getKey()) && known(Rhythm.values(), one.getValue()));
    }

    Map<NewsKind, Rhythm> wishes() {
        Map<NewsKind, Rhythm> wishes = new EnumMap<>(NewsKind.class);
        mails.forEach((kind, rhythm) -> wishes.put(NewsKind.valueOf(kind), Rhythm.valueOf(rhythm)));
        return wishes;
    }

    private static boolean known(Enum<?>[] constants, String name) {
        return Arrays.stream(constants).anyMatch(one -> one.name().equals(name));
    }
}
