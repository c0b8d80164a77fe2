package cymru.pontio.providers.workforce;

/** How far a file is. */
enum ImportStatus {
    CHECKED("yellow"),
    DONE("green"),
    CANCELLED("grey");

    private final String colour;

    ImportStatus(String colour) {
        this.colour = colour;
    }

    public String colour() {
        return colour;
    }
}
