package cymru.pontio.kernel;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The short references people see, like {@code PKG-7K3M-Q}: four random characters and one that checks them, so that a
 * slip of the pen is noticed and nobody can tell order or volume. The letters I, L, O and U are left out.
 */
public final class Reference {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int MODULUS = 31;

    private Reference() {}

    /** @param prefix three letters, like {@code PKG} */
    public static String random(String prefix, RandomGenerator random) {
        StringBuilder body = new StringBuilder(4);
        for (int i = 0; i < 4; i++) body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return prefix + "-" + body + "-" + check(prefix, body);
    }

    /**
     * One that is not in use: of each kind there are about a million, and of what a county has thousands of, every few
     * hundredth draw is taken.
     */
    public static <R> R free(Supplier<R> random, Predicate<R> taken) {
        return Stream.generate(random)
                .filter(ref -> !taken.test(ref))
                .findFirst()
                .orElseThrow();
    }

    /** The reference as we write it, whatever case and spaces it was typed in; not found if it cannot be one. */
    public static String parse(String prefix, String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        if (!text.matches(prefix + "-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]")) throw new NotFound();
        int body = prefix.length() + 1;
        if (text.charAt(body + 5) != check(prefix, text.substring(body, body + 4))) throw new NotFound();
        return text;
    }

    private static char check(String prefix, CharSequence body) {
        int sum = prefix.chars().sum();
        for (int i = 0; i < body.length(); i++) sum = (sum * 3 + ALPHABET.indexOf(body.charAt(i)) * (i + 2)) % MODULUS;
        return ALPHABET.charAt(sum);
    }
}
