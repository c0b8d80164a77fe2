package cymru.pontio.bridging.enablement;

/** What became of the hours a week somebody needs, as Welsh councils report it. */
enum Effect {
    /** No care is needed any more. */
    MITIGATED,
    REDUCED,
    MAINTAINED,
    /** None of the three. */
    INCREASED;

    static Effect of(int before, int after) {
        if (after == 0) return MITIGATED;
        if (after < before) return REDUCED;
        return after == before ? MAINTAINED : INCREASED;
    }
}
