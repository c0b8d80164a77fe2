package cymru.pontio.providers.pledge;

/** A version is written by one commissioner and decided by another. */
enum VersionStatus {
    DRAFT("grey"),
    PROPOSED("yellow"),
    ADOPTED("green"),
    REFUSED("red");

    private final String colour;

    VersionStatus(String colour) {
        this.colour = colour;
    }

    public String colour() {
        return colour;
    }
}
