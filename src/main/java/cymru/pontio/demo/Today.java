package cymru.pontio.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Work that waits for whoever tries the product today: adverts to bid for, bids to open, an offer to answer, bridging to
 * decide. It is made of people who wait anyway, so that no figure changes, and of nothing older than a few days.
 */
final class Today {
    private static final List<String> COMMON = List.of("newtown", "welshpool", "llanidloes");
    private static final int OPEN_ADVERTS = 12;
    private static final int CLOSED_ADVERTS = 4;
    private static final int BRIDGING_REQUESTS = 3;
    private static final int PROVIDER_B = 1;
    private static final int UNAPPROVED = 9;
    private static final int FIRST_UNAPPROVED = 240_000;
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    private final Scene scene;
    private final long now;

    Today(Scene scene) {
        this.scene = scene;
        this.now = scene.now();
    }

    void arrange(List<Course> courses) {
        List<Course> waiting = new ArrayList<>(courses.stream()
                .filter(this::free)
                .sorted(Comparator.comparing((Course course) ->
                                !COMMON.contains(course.life.where().code()))
                        .thenComparing(course -> course.life.number))
                .toList());
        waiting.forEach(course -> course.forgetAfter(now));
        offer(waiting);
        int open = Math.min(OPEN_ADVERTS, waiting.size() / 2);
        int closed = Math.min(CLOSED_ADVERTS, waiting.size() / 3);
        for (int i = 0; i < open; i++) {
            waiting.removeFirst()
                    .advertise(now - (2 + 2 * i) * HOUR, At.moment(At.workday(today() + 1 + i % 5), 12 * 60));
        }
        for (int i = 0; i < closed; i++) {
            waiting.removeFirst().advertise(now - 3 * DAY - i * HOUR, now - (1 + i) * HOUR);
        }
        waiting.stream().filter(this::withoutCover).limit(BRIDGING_REQUESTS).forEach(this::askForBridging);
    }

    /** Packages that the story does not know: some to be finished, some for each team's manager to approve. */
    List<Course> unapproved() {
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < UNAPPROVED; i++) {
            Life life = new Life(FIRST_UNAPPROVED + i, i, At.workday(today() + 8));
            boolean draft = i % 3 == 0;
            courses.add(new Course(life, draft ? now + HOUR : now - (1 + i) * HOUR));
        }
        return courses;
    }

    private int today() {
        return (int) (now / DAY);
    }

    /** Waits, for longer than a few days, and nothing is under way. */
    private boolean free(Course course) {
        Life life = course.life;
        boolean waits = course.approvedAt < now - 6 * DAY && course.firstVisitAt > now && course.withdrawnAt > now;
        boolean held = life.held.stream().anyMatch(stay -> stay.from() <= today() && stay.until() >= today());
        boolean underWay = course.rounds.stream()
                .anyMatch(round -> round.publishedAt() <= now && round.decidedAt() > now - 4 * DAY);
        return waits && !held && !underWay && course.offeredAt > now;
    }

    private void offer(List<Course> waiting) {
        for (Course course : waiting) {
            if (!Agency.ALL.get(PROVIDER_B).suits(course.life)) continue;
            course.life.agency = PROVIDER_B;
            course.offer(now - 3 * DAY, now - DAY, now - 2 * HOUR);
            waiting.remove(course);
            return;
        }
    }

    private boolean withoutCover(Course course) {
        return course.life.bridged.isEmpty() || course.life.bridged.getLast().until() < today() - 7;
    }

    private void askForBridging(Course course) {
        BridgingRows.request(scene, course.life, now - 3 * HOUR - course.life.number % 60 * 60);
    }
}
