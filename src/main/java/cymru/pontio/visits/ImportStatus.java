package cymru.pontio.visits;

/** Where a file of visits stands. */
public enum ImportStatus {
    /** Being read, behind the page. */
    READING,
    /** Read and compared; nothing has been taken over. */
    CHECKED,
    WORKING,
    DONE,
    CANCELLED,
    /** Nothing was taken over; it can be confirmed again. */
    FAILED
}
