package cymru.pontio.providers.pledge;

/** How a clause stands for a provider today. */
enum ClauseState {
    KEPT("green"),
    EXPIRING("yellow"),
    WAITING("yellow"),
    QUERIED("orange"),
    EXPIRED("red"),
    MISSING("grey");

    private final String colour;

    ClauseState(String colour) {
        this.colour = colour;
    }

    public String colour() {
        return colour;
    }

    boolean counts() {
        return this == KEPT || this == EXPIRING;
    }
}
