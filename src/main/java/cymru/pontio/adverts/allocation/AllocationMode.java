package cymru.pontio.adverts.allocation;

/** Who is asked first when a package of a patch goes to the market. */
public enum AllocationMode {
    OPEN,
    FIRST_REFUSAL,
    INHOUSE,
    DIRECT_AWARD;

    /** Whether somebody has the round to itself for a time. */
    public boolean asksFirst() {
        return this == FIRST_REFUSAL || this == INHOUSE;
    }
}
