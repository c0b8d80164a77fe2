package cymru.pontio.site;

/** One answer of a list of radios, checkboxes or options, already in the reader's language. */
public record Choice(String value, String label, String hint) {
    public Choice(String value, String label) {
        this(value, label, "");
    }
}
