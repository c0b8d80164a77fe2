package cymru.pontio.placements.suspensions;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Unmailed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Providers hear that nobody is to visit, and when visits go on; the council hears what a provider reports. */
@Component
class SuspensionTold implements NewsSource {
    private static final String SUSPENDED = CareSuspended.class.getSimpleName();
    private static final String RESUMES = CareResumes.class.getSimpleName();
    private static final String REPORTED = "AbsenceReported";

    private static final String AWAY = """
            select s.ref, s.back as at from (
                select p.ref, (select a.back_at from carepackages.report_absence a
                    where a.care_package_id = p.care_package_id order by a.away_at desc limit 1) as back
                from placements.placement p where p.ended_on is null) s
            where true\s""";

    private final JdbcClient jdbc;

    SuspensionTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Care(
            String ref,
            UUID provider,
            String locality,
            @Nullable Instant back) {}

    private record Package(UUID team, String locality) {}

    @Override
    public Set<String> actions() {
        return Set.of(SUSPENDED, RESUMES, REPORTED);
    }

    @Override
    public List<News> of(String action, String subject) {
        return action.equals(REPORTED) ? reported(subject) : told(action, subject);
    }

    /** The last absence counts. */
    @Override
    public void over(Unmailed told) {
        told.onlyWhere(jdbc, AWAY + "and (s.back is null or s.back > clock_timestamp())", "suspensions.news.suspended");
        told.onlyWhere(jdbc, AWAY + "and s.back is null", "suspensions.news.unknown");
        told.onlyWhere(jdbc, AWAY + "and s.back is not null", "suspensions.news.resumes");
    }

    private List<News> told(String action, String subject) {
        return jdbc.sql("""
                select p.ref, p.provider_id as provider, p.locality, (select a.back_at from carepackages.report_absence a
                    where a.care_package_id = p.care_package_id order by a.away_at desc limit 1) as back
                from placements.placement p where p.ref = ?""")
                .param(subject)
                .query(Care.class)
                .optional()
                .map(care -> List.of(News.of(
                                NewsKind.AWAY,
                                action.equals(SUSPENDED)
                                        ? "suspensions.news.suspended"
                                        : care.back() == null ? "suspensions.news.unknown" : "suspensions.news.resumes",
                                care.ref(),
                                care.locality(),
                                "/placements/" + care.ref() + "/suspensions",
                                Readers.provider(care.provider()))
                        .at(care.back())))
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
