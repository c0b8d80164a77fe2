package cymru.pontio.providers.workforce;

import cymru.pontio.providers.workforce.Due.Urgency;
import java.time.LocalDate;
import java.util.List;

/** Which workers a provider looks at. */
enum Shown {
    ALL,
    OVERDUE,
    SOON,
    AHEAD,
    LEFT;

    List<Compliance> of(Team team, List<Worker> all, LocalDate today) {
        return switch (this) {
            case ALL -> team.people();
            case OVERDUE -> with(team, Urgency.OVERDUE);
            case SOON -> with(team, Urgency.SOON);
            case AHEAD -> with(team, Urgency.AHEAD);
            case LEFT ->
                all.stream()
                        .filter(worker -> !worker.worksOn(today))
                        .map(worker -> new Compliance(worker, List.of(), today))
                        .toList();
        };
    }

    private static List<Compliance> with(Team team, Urgency urgency) {
        return team.people().stream().filter(one -> one.count(urgency) > 0).toList();
    }
}
