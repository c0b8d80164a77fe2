package cymru.pontio.areas;

/** A room that keeps something in patches says what still stands on one: until nothing does, the patch is not retired. */
public interface PatchUse {
    /** How many there are now. */
    long standing(String locality);

    /** Names them, with the number as the only argument. */
    String messageKey();
}
