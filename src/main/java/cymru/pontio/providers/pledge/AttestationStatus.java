package cymru.pontio.providers.pledge;

/** How far a provider’s word for a clause has come. */
enum AttestationStatus {
    WAITING("yellow"),
    ACCEPTED("green"),
    QUERIED("orange"),
    TAKEN_BACK("grey");

    private final String colour;

    AttestationStatus(String colour) {
        this.colour = colour;
    }

    public String colour() {
        return colour;
    }
}
