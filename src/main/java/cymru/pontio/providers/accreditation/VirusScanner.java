package cymru.pontio.providers.accreditation;

/** Whoever can tell whether a file may be opened. Until one has said so, nobody opens it. */
interface VirusScanner {
    enum Verdict {
        CLEAN,
        INFECTED,
        /** Down, not set up, or not understood: ask again later. */
        UNKNOWN
    }

    Verdict scan(byte[] content);
}
