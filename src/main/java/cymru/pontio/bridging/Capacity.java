package cymru.pontio.bridging;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the council's own team can give, declared week by week, and what has become of it. */
@Service
class Capacity {
    static final int WEEKS_AHEAD = 12;
    private static final int PANEL_AHEAD = 5;

    private final InhouseHours hours;
    private final EpisodeShelf shelf;
    private final JdbcClient jdbc;

    Capacity(InhouseHours hours, EpisodeShelf shelf, JdbcClient jdbc) {
        this.hours = hours;
        this.shelf = shelf;
        this.jdbc = jdbc;
    }

    /** Last week, this one and the next five. */
    @Transactional(readOnly = true)
    public List<InhouseWeek> panel(Actor actor) {
        actor.must(Role.INHOUSE_COORDINATOR, Role.BROKER, Role.COMMISSIONER);
        LocalDate today = shelf.today();
        return hours.weeks(today.minusWeeks(1), InhouseHours.mondayOf(today).plusWeeks(PANEL_AHEAD), today);
    }

    /** The weeks that may be declared: the last one, to put it right, to twelve weeks ahead. */
    @Transactional(readOnly = true)
    public List<InhouseWeek> weeks(Actor actor) {
        actor.must(Role.INHOUSE_COORDINATOR);
        LocalDate today = shelf.today();
        return hours.weeks(today.minusWeeks(1), InhouseHours.mondayOf(today).plusWeeks(WEEKS_AHEAD), today);
    }

    /** Declares this week and as many after it alike. What was promised against an earlier declaration stays promised. */
    @Transactional
    public void declare(Actor actor, LocalDate monday, int weeks, int availableMinutes, int enablementMinutes) {
        actor.must(Role.INHOUSE_COORDINATOR);
        for (int i = 0; i < weeks; i++) {
            LocalDate week = monday.plusWeeks(i);
            jdbc.sql("""
                    insert into bridging.inhouse_week (monday, available_minutes, enablement_minutes, declared_by, declared_at)
                    values (:monday, :available, :enablement, :by, :at)
                    on conflict (monday) do update set available_minutes = excluded.available_minutes,
                        enablement_minutes = excluded.enablement_minutes, declared_by = excluded.declared_by, declared_at = excluded.declared_at""")
                    .param("monday", week)
                    .param("available", availableMinutes)
                    .param("enablement", enablementMinutes)
                    .param("by", actor.userId())
                    .param("at", Timestamp.from(shelf.now()))
                    .update();
            shelf.tell(new EpisodeEvents.InhouseWeekDeclared(
                    actor,
                    "WEEK " + week,
                    Map.of("available", "" + availableMinutes, "enablement", "" + enablementMinutes)));
        }
    }
}
