package cymru.pontio.bridging;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bridging that goes on for too long is told further up on set days: to brokers, then to commissioners, then to the team too. */
@Component
class Escalations implements NewsSource {
    private final JdbcClient jdbc;
    private final int[] steps;

    Escalations(JdbcClient jdbc, @Value("${pontio.bridging.escalation-days:14,28,42}") int[] steps) {
        this.jdbc = jdbc;
        this.steps = steps;
    }

    private record Lasting(String ref, String locality, String carePackage, UUID team, LocalDate since) {}

    @Override
    public List<News> due() {
        List<News> news = new ArrayList<>();
        for (int step = 0; step < steps.length; step++) {
            int days = steps[step];
            for (Lasting one : past(days)) {
                String once = "bridging.escalated " + one.ref() + " " + days;
                news.add(told(one, Readers.council(step == 0 ? Role.BROKER : Role.COMMISSIONER), once));
                if (step > 1) news.add(team(one, once + " team"));
            }
        }
        return news;
    }

    private static News told(Lasting one, Readers readers, String once) {
        return News.of(
                        NewsKind.BRIDGING,
                        "bridging.news.escalated",
                        one.ref(),
                        one.locality(),
                        "/bridging/" + one.ref(),
                        readers)
                .on(one.since())
                .once(once);
    }

    private static News team(Lasting one, String once) {
        String path = "/packages/" + one.carePackage() + "/cover";
        return News.of(
                        NewsKind.BRIDGING,
                        "bridging.news.escalated",
                        one.ref(),
                        one.locality(),
                        path,
                        Readers.team(one.team()))
                .on(one.since())
                .once(once);
    }

    /** Only those that reached the day lately: a county that was bridged for a year is not told of it all at once. */
    private List<Lasting> past(int days) {
        return jdbc.sql("""
                select e.ref, e.locality, k.ref as care_package, k.team_id as team, e.started_on as since
                from bridging.episode e join carepackages.care_package k on k.id = e.care_package_id
                where e.status = 'ACTIVE'
                  and carepackages.today() - e.started_on between :days and :days + 7 order by e.ref limit 1000""").param("days", days).query(Lasting.class).list();
    }
}
