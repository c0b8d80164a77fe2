package cymru.pontio.placements.suspensions;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Providers hear that nobody is to visit, and when visits go on; the council hears what a provider reports. */
@Component
class SuspensionTold implements NewsSource {
    private static final String SUSPENDED = CareSuspended.class.getSimpleName();
    private static final String RESUMES = CareResumes.class.getSimpleName();
    private static final String REPORTED = "AbsenceReported";

    private final JdbcClient jdbc;

    SuspensionTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Care(String ref, UUID provider, String locality) {}

    private record Package(UUID team, String locality) {}

    @Override
    public Set<String> actions() {
        return Set.of(SUSPENDED, RESUMES, REPORTED);
    }

    @Override
    public List<News> of(String action, String subject) {
        return action.equals(REPORTED) ? reported(subject) : told(action, subject);
    }

    private List<News> told(String action, String subject) {
        return jdbc.sql("select ref, provider_id as provider, locality from placements.placement where ref = ?")
                .param(subject)
                .query(Care.class)
                .optional()
                .map(care -> List.of(News.of(
                        NewsKind.AWAY,
                        action.equals(SUSPENDED) ? "suspensions.news.suspended" : "suspensions.news.resumes",
                        care.ref(),
                        care.locality(),
                        "/placements/" + care.ref() + "/suspensions",
                        Readers.provider(care.provider()))))
                .orElse(List.of());
    }

    private List<News> reported(String subject) {
        Package of = jdbc.sql("select team_id as team, locality from carepackages.care_package where ref = ?")
                .param(subject)
                .query(Package.class)
                .single();
        String path = "/packages/" + subject + "/absences";
        return List.of(
                News.of(
                        NewsKind.AWAY,
                        "suspensions.news.reported",
                        subject,
                        of.locality(),
                        path,
                        Readers.team(of.team())),
                News.of(
                        NewsKind.AWAY,
                        "suspensions.news.reported",
                        subject,
                        of.locality(),
                        path,
                        Readers.council(Role.BROKER)));
    }
}
