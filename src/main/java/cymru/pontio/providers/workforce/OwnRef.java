package cymru.pontio.providers.workforce;

import java.util.Locale;

/**
 * The number by which an employer knows a worker. It must not say who that is: at most four letters, so that hardly a name
 * fits; at most six digits, so that no telephone or NHS number fits; and nothing of the shape of a National Insurance number.
 */
final class OwnRef {
    private OwnRef() {}

    static String clean(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    static boolean isOne(String ref) {
        return ref.matches("[A-Z0-9][A-Z0-9-]{0,15}") && !saysWho(ref);
    }

    static boolean saysWho(String ref) {
        String bare = ref.replace("-", "");
        long letters = bare.chars().filter(Character::isLetter).count();
        long digits = bare.chars().filter(Character::isDigit).count();
        return letters > 4
                || digits > 6
                || digits == 0
                || ref.contains("@")
                || ref.contains(" ")
                || bare.matches("[A-Z]{2}[0-9]{6}[A-D]?");
    }
}
