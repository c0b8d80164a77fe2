package cymru.pontio.carepackages.absences;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Over a package that was approved: times in hospital and away. */
@Component
class AbsencesTab implements PackageTab {
    static final String KEY = "absences.tab";
    private static final int ORDER = 58;

    private final JdbcClient jdbc;

    AbsencesTab(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Tab> of(Actor actor, String packageRef) {
        if (!actor.isAny(AbsencePages.READERS)) return Optional.empty();
        boolean approved = jdbc.sql(
                        "select exists (select from carepackages.care_package where ref = ? and approved_at is not null)")
                .param(packageRef)
                .query(Boolean.class)
                .single();
        return approved ? Optional.of(new Tab(ORDER, KEY, "/packages/" + packageRef + "/absences")) : Optional.empty();
    }
}
