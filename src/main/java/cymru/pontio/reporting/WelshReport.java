package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.TwoNames;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who would like care in Welsh against who could give it, area by area, as it is today. Counts only. */
@Service
class WelshReport {
    private static final Role[] READERS = {
        Role.BROKER, Role.COMMISSIONER, Role.FINANCE, Role.TEAM_MANAGER, Role.INHOUSE_COORDINATOR
    };

    private final JdbcClient jdbc;

    WelshReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param needing people for whom care in Welsh is a need, waiting or in care
     * @param preferring people who would rather have it
     * @param waiting those of both who are waiting
     * @param workers all who work in the area; who works in two areas counts in both
     * @param speakers of them with level 3 or more
     * @param providers with a speaker there
     */
    record Line(
            String nameEn,
            String nameCy,
            long needing,
            long preferring,
            long waiting,
            long workers,
            long speakers,
            long learners,
            long providers)
            implements TwoNames {
        public boolean unmet() {
            return needing > 0 && speakers == 0;
        }
    }

    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor) {
        actor.must(READERS);
        return jdbc.sql("""
                with need as (select locality, sum(people) filter (where welsh = 'NEED') as needing,
                        sum(people) filter (where welsh = 'PREFERENCE') as preferring,
                        sum(people) filter (where not in_care) as waiting
                    from carepackages.report_welsh_need group by locality),
                supply as (select locality, sum(workers) as workers, sum(speakers) as speakers, sum(learners) as learners,
                        count(*) filter (where speakers > 0) as providers
                    from providers.report_welsh_speakers group by locality)
                select a.name_en, a.name_cy, coalesce(n.needing, 0) as needing, coalesce(n.preferring, 0) as preferring,
                    coalesce(n.waiting, 0) as waiting, coalesce(s.workers, 0) as workers,
                    coalesce(s.speakers, 0) as speakers, coalesce(s.learners, 0) as learners,
                    coalesce(s.providers, 0) as providers
                from areas.report_locality a left join need n on n.locality = a.code
                left join supply s on s.locality = a.code order by a.name_en""").query(Line.class).list();
    }
}
