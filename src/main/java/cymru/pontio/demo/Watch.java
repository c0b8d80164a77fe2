package cymru.pontio.demo;

/** How long each part of the work took. */
final class Watch {
    private final StringBuilder laps = new StringBuilder();
    private long last = System.nanoTime();

    void lap(String name) {
        long now = System.nanoTime();
        if (!laps.isEmpty()) laps.append(", ");
        laps.append(name).append(' ').append((now - last) / 1_000_000);
        last = now;
    }

    @Override
    public String toString() {
        return laps.toString();
    }
}
