package cymru.pontio.site;

/** One answer of a set of radio buttons, check boxes or a select. The words arrive translated; the hint may be null. */
public record Choice(String value, String label, String hint) {

    public Choice(String value, String label) {
        this(value, label, null);
    }
}
