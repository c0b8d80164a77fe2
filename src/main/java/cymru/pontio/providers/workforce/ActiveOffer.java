package cymru.pontio.providers.workforce;

/** How far a provider can offer care in Welsh without being asked, by who works where. */
enum ActiveOffer {
    NONE("grey"),
    SOME_PATCHES("orange"),
    EVERY_PATCH("yellow"),
    /** Two speakers in each patch: there is one when the other is away. */
    EVERY_PATCH_WITH_COVER("green");

    private final String colour;

    ActiveOffer(String colour) {
        this.colour = colour;
    }

    public String colour() {
        return colour;
    }
}
