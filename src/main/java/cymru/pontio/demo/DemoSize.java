package cymru.pontio.demo;

/** How much of the county is built: {@code pontio.demo.size}. */
enum DemoSize {
    COUNTY(1, 1),
    /** The same story with a twentieth of the people and a fifth of the waiting list. */
    SMALL(20, 5),
    OFF(1, 1);

    private final int people;
    private final int queue;

    DemoSize(int people, int queue) {
        this.people = people;
        this.queue = queue;
    }

    double ofPeople(double figure) {
        return figure / people;
    }

    double ofQueue(double figure) {
        return figure / queue;
    }
}
