package cymru.pontio.providers.pledge;

/** The levels of the pledge, the lowest first. A higher one asks all that the lower ones ask. */
public enum Level {
    BRONZE("orange"),
    SILVER("grey"),
    GOLD("yellow");

    private final String colour;

    Level(String colour) {
        this.colour = colour;
    }

    /** Of its tag. */
    public String colour() {
        return colour;
    }
}
