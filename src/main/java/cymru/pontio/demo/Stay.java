package cymru.pontio.demo;

/** Days of bridging or of being on hold: from the first, up to but not including the last; {@link At#NEVER} if open. */
record Stay(int from, int until) {
    static Stay since(int day) {
        return new Stay(day, At.NEVER);
    }

    boolean open() {
        return until == At.NEVER;
    }

    Stay endedOn(int day) {
        return new Stay(from, Math.max(day, from));
    }
}
