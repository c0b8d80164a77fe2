package cymru.pontio.providers;

/** What the council has stopped for a provider. Live care goes on under any of them. */
public enum Embargo {
    NONE,
    NEW_WORK,
    NEW_WORK_AND_INCREASES
}
