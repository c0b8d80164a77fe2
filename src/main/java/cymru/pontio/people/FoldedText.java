package cymru.pontio.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;

/**
 * A text without accents and capitals that still knows where each of its characters stands in the text as written, so
 * that {@code ŵyn} is found by {@code wyn} and shown as {@code ŵyn}. All apostrophes are one, and invisible characters
 * are left out.
 */
final class FoldedText {
    private final String written;
    private final StringBuilder folded = new StringBuilder();
    private final int[] from;
    private final int[] until;

    FoldedText(String written) {
        this.written = written;
        // A letter folds to at most three.
        this.from = new int[written.length() * 3 + 1];
        this.until = new int[written.length() * 3 + 1];
        for (int i = 0; i < written.length(); i += Character.charCount(written.codePointAt(i))) fold(i);
    }

    static String fold(String text) {
        return new FoldedText(text).folded();
    }

    String folded() {
        return folded.toString();
    }

    /** The words of the text as written that a match in the folded text stands for. */
    Phrase phrase(MatchResult match) {
        int start = from[match.start()];
        int end = until[match.end() - 1];
        return new Phrase(start, end, written.substring(start, end));
    }

    /** Words of a text and where they stand. */
    record Phrase(int start, int end, String words) {
        boolean within(Phrase other) {
            return !equals(other) && start >= other.start && end <= other.end;
        }
    }

    private void fold(int place) {
        int letter = written.codePointAt(place);
        int end = place + Character.charCount(letter);
        String plain = plain(letter);
        // An accent written on its own belongs to the letter before it.
        if (plain.isEmpty() && !folded.isEmpty()) until[folded.length() - 1] = end;
        for (int i = 0; i < plain.length() && folded.length() < from.length; i++) {
            from[folded.length()] = place;
            until[folded.length()] = end;
            folded.append(plain.charAt(i));
        }
    }

    private static String plain(int letter) {
        if ("’‘ʼ`´".indexOf(letter) >= 0) return "'";
        if ("‐‑‒–—".indexOf(letter) >= 0) return "-";
        if (Character.isSpaceChar(letter) || Character.isWhitespace(letter)) return " ";
        if (Character.getType(letter) == Character.FORMAT) return "";
        String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
        String base = parts.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return base.length() > 3 ? base.substring(0, 3) : base;
    }
}
