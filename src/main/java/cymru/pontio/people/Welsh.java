package cymru.pontio.people;

/** The answer to the active offer: would you like your care in Welsh? Not asked is not an answer. */
public enum Welsh {
    NEED,
    PREFERENCE,
    NO,
    NOT_ASKED
}
